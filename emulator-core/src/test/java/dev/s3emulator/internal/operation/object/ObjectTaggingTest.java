package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * GetObjectTagging, PutObjectTagging, DeleteObjectTagging (protocol-notes 16, recorded-answers 6).
 */
class ObjectTaggingTest {

  private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
  private static final String EMPTY = "<Tagging" + NAMESPACE + "><TagSet></TagSet></Tagging>";
  private static final String BLUE =
      "<Tagging"
          + NAMESPACE
          + "><TagSet><Tag><Key>team</Key><Value>blue</Value></Tag></TagSet></Tagging>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putObject() {
    s3.send("PUT", "/alpha");
    s3.send("PUT", "/alpha/k", Headers.EMPTY, "x");
  }

  @Test
  void anObjectWithoutTagsShowsAnEmptySet() {
    Answer answer = s3.send("GET", "/alpha/k?tagging");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml()).isEqualTo(EMPTY);
    assertThat(answer.header("x-amz-version-id")).isNull();
  }

  @Test
  void tagsAreReplacedAndRemoved() {
    assertThat(put("/alpha/k?tagging", BLUE).status()).isEqualTo(200);
    assertThat(s3.send("GET", "/alpha/k?tagging").xml()).isEqualTo(BLUE);
    assertThat(s3.send("HEAD", "/alpha/k").header("x-amz-tagging-count")).isEqualTo("1");

    assertThat(s3.send("DELETE", "/alpha/k?tagging").status()).isEqualTo(204);

    assertThat(s3.send("GET", "/alpha/k?tagging").xml()).isEqualTo(EMPTY);
    assertThat(s3.send("HEAD", "/alpha/k").header("x-amz-tagging-count")).isNull();
  }

  @Test
  void anEmptySetRemovesTheTags() {
    put("/alpha/k?tagging", BLUE);

    assertThat(put("/alpha/k?tagging", EMPTY).status()).isEqualTo(200);

    assertThat(s3.send("GET", "/alpha/k?tagging").xml()).isEqualTo(EMPTY);
  }

  @Test
  void taggingChangesNeitherTheVersionNorItsDate() {
    enableVersioning();
    String id = s3.send("PUT", "/alpha/k", Headers.EMPTY, "y").header("x-amz-version-id");
    String modified = s3.send("HEAD", "/alpha/k").header("Last-Modified");
    s3.advanceSeconds(60);

    Answer answer = put("/alpha/k?tagging", BLUE);

    assertThat(answer.header("x-amz-version-id")).isEqualTo(id);
    assertThat(s3.send("HEAD", "/alpha/k").header("x-amz-version-id")).isEqualTo(id);
    assertThat(s3.send("HEAD", "/alpha/k").header("Last-Modified")).isEqualTo(modified);
  }

  @Test
  void olderVersionsHaveTagsOfTheirOwn() {
    enableVersioning();
    String old = s3.send("PUT", "/alpha/k", Headers.EMPTY, "y").header("x-amz-version-id");
    s3.send("PUT", "/alpha/k", Headers.EMPTY, "z");

    put("/alpha/k?tagging&versionId=" + old, BLUE);

    assertThat(s3.send("GET", "/alpha/k?tagging").xml()).isEqualTo(EMPTY);
    Answer ofOld = s3.send("GET", "/alpha/k?tagging&versionId=" + old);
    assertThat(ofOld.xml()).isEqualTo(BLUE);
    assertThat(ofOld.header("x-amz-version-id")).isEqualTo(old);
  }

  @Test
  void tagsGoWithTheObject() {
    put("/alpha/k?tagging", BLUE);

    s3.send("PUT", "/alpha/k", Headers.EMPTY, "again");

    assertThat(s3.send("GET", "/alpha/k?tagging").xml()).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void aDeleteMarkerHasNoTags(String method) {
    enableVersioning();
    String marker = s3.send("DELETE", "/alpha/k").header("x-amz-version-id");

    for (String query : new String[] {"?tagging", "?tagging&versionId=" + marker}) {
      Answer answer = s3.sendDocument(method, "/alpha/k" + query, BLUE);

      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed"
                  + " against this resource.</Message><Method>"
                  + method
                  + "</Method><ResourceType>DeleteMarker</ResourceType></Error>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void aMissingKeyIsNamed(String method) {
    Answer answer = s3.sendDocument(method, "/alpha/fake-key?tagging", BLUE);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml()).contains("<Code>NoSuchKey</Code>", "<Key>fake-key</Key>");
  }

  @Test
  void readingTheTagsOfAMissingKeyNamesTheBucketToo() {
    Answer answer = s3.send("GET", "/alpha/fake-key?tagging");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml()).contains("<Code>NoSuchKey</Code>", "<Key>alpha/fake-key</Key>");
  }

  @Test
  void tenTagsAreTheMost() {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < 11; i++) {
      tags.append("<Tag><Key>k").append(i).append("</Key><Value>v</Value></Tag>");
    }

    Answer answer = put("/alpha/k?tagging", "<Tagging><TagSet>" + tags + "</TagSet></Tagging>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>BadRequest</Code>"
                + "<Message>Object tags cannot be greater than 10</Message></Error>");
  }

  @Test
  void anIdThatWasNeverIssuedIsInvalid() {
    Answer answer = s3.send("DELETE", "/alpha/k?tagging&versionId=garbage");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Message>Invalid version id specified</Message>", "<ArgumentName>versionId");
  }

  private void enableVersioning() {
    s3.sendDocument(
        "PUT",
        "/alpha?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
  }

  private Answer put(String pathAndQuery, String document) {
    return s3.sendDocument("PUT", pathAndQuery, document);
  }
}
