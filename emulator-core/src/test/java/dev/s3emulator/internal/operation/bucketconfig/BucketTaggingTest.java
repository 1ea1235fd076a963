package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetBucketTagging, PutBucketTagging, DeleteBucketTagging (protocol-notes 16). */
class BucketTaggingTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void tagsAreReplacedAsAWhole() {
    assertThat(put(tag("a", "1") + tag("b", "2")).status()).isEqualTo(204);
    assertThat(put(tag("team", "blue")).status()).isEqualTo(204);

    assertThat(s3.send("GET", "/alpha?tagging").xml())
        .isEqualTo(
            "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet><Tag>"
                + "<Key>team</Key><Value>blue</Value></Tag></TagSet></Tagging>");
    assertThat(s3.send("DELETE", "/alpha?tagging").status()).isEqualTo(204);
    assertThat(s3.send("GET", "/alpha?tagging").status()).isEqualTo(404);
  }

  @Test
  void fiftyTagsAreTheMost() {
    assertThat(put(tags(50)).status()).isEqualTo(204);

    Answer answer = put(tags(51));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>BadRequest</Code>"
                + "<Message>Bucket tag count cannot be greater than 50</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:x, 1, System tags cannot be added/updated by requester",
    "a?b, 1, The TagKey you have provided is invalid",
    "a, b?, The TagValue you have provided is invalid"
  })
  void tagsHaveAForm(String key, String value, String message) {
    Answer answer = put(tag(key, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Code>InvalidTag</Code><Message>" + message + "</Message><TagKey>" + key);
  }

  @Test
  void aKeyStandsOnce() {
    Answer answer = put(tag("a", "1") + tag("a", "2"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidTag</Code>"
                + "<Message>Cannot provide multiple Tags with the same key</Message>"
                + "<TagKey>a</TagKey></Error>");
  }

  private Answer put(String tags) {
    return s3.sendDocument(
        "PUT", "/alpha?tagging", "<Tagging><TagSet>" + tags + "</TagSet></Tagging>");
  }

  private static String tags(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> tag("k" + i, "v"))
        .collect(Collectors.joining());
  }

  private static String tag(String key, String value) {
    return "<Tag><Key>" + key + "</Key><Value>" + value + "</Value></Tag>";
  }
}
