package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.MALFORMED_XML;
import static dev.s3emulator.internal.operation.object.BatchDelete.RESULT;
import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional deletes, single and batch (delete-semantics 7). */
class ConditionalDeleteTest {

  private static final String NO_SUCH_KEY =
      "<Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>";
  private static final String PRECONDITION_FAILED =
      "<Code>PreconditionFailed</Code><Message>At least one of the pre-conditions you specified did"
          + " not hold</Message>";
  private static final String NOT_IMPLEMENTED =
      "<Code>NotImplemented</Code><Message>A header you provided implies functionality that is not"
          + " implemented</Message>";

  private final InProcessS3 s3 = new InProcessS3();

  /** Tags are written as the label of the object that has them, with what surrounds them. */
  @ParameterizedTest(name = "{0} [{1}] If-Match {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          UNVERSIONED | null:object            | "null"       | -
          UNVERSIONED | null:object            | null         | -
          UNVERSIONED | null:object            | *            | -
          UNVERSIONED | null:object            | "bad","null" | -
          ENABLED     | v2:object, v1:object   | "v2"         | new:marker, v2:object, v1:object
          ENABLED     | v2:object, v1:object   | *            | new:marker, v2:object, v1:object
          ENABLED     | null:object, v1:object | null         | new:marker, null:object, v1:object
          SUSPENDED   | null:object, v1:object | "null"       | null:marker, v1:object
          SUSPENDED   | v1:object, null:object | v1           | null:marker, v1:object
          """)
  void matchDeletesAsWithoutCondition(
      VersioningState state, String before, String condition, String after) {
    Stacks.place(s3, Stacks.bucket(state, before));
    Answer single = conditional(tag(condition));
    assertThat(single.status()).isEqualTo(204);
    boolean marker = state != VersioningState.UNVERSIONED;
    assertThat(single.header("x-amz-delete-marker")).isEqualTo(marker ? "true" : null);
    assertThat(Stacks.describe(bucket())).isEqualTo(after);

    Stacks.place(s3, Stacks.bucket(state, before));
    Answer batch = BatchDelete.send(s3, objectWithTag(tag(condition)));
    assertThat(batch.xml()).startsWith(RESULT + "<Deleted><Key>k</Key>");
    assertThat(batch.xml()).doesNotContain("<Error>", "<VersionId>");
    assertThat(Stacks.describe(bucket())).isEqualTo(after);
  }

  @ParameterizedTest(name = "{0} [{1}] If-Match {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          UNVERSIONED | null:object          | badvalue
          UNVERSIONED | null:object          | "v1"
          UNVERSIONED | null:object          | W/"null"
          UNVERSIONED | null:object          | "*"
          UNVERSIONED | null:object          | ``
          ENABLED     | v2:object, v1:object | "v1"
          SUSPENDED   | v1:object            | "null"
          """)
  void mismatchIsPreconditionFailed(VersioningState state, String before, String condition) {
    Stacks.place(s3, Stacks.bucket(state, before));
    S3State state0 = s3.engine().state();

    Answer single = conditional(tag(condition));

    assertThat(single.status()).isEqualTo(412);
    assertThat(single.xml())
        .isEqualTo("<Error>" + PRECONDITION_FAILED + "<Condition>If-Match</Condition></Error>");
    assertThat(s3.engine().state()).isSameAs(state0);
    assertThat(BatchDelete.send(s3, objectWithTag(tag(condition))).xml())
        .isEqualTo(
            RESULT + "<Error><Key>k</Key>" + PRECONDITION_FAILED + "</Error></DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} [{1}] If-Match {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          UNVERSIONED | -                    | *
          UNVERSIONED | -                    | "v1"
          ENABLED     | -                    | *
          ENABLED     | -                    | "v1"
          ENABLED     | v2:marker, v1:object | *
          ENABLED     | v2:marker, v1:object | "v1"
          ENABLED     | v2:marker, v1:object | badvalue
          SUSPENDED   | null:marker          | *
          SUSPENDED   | -                    | badvalue
          """)
  void absentKeyAndMarkerAreNoSuchKey(VersioningState state, String before, String condition) {
    Stacks.place(s3, Stacks.bucket(state, before));
    S3State state0 = s3.engine().state();

    Answer single = conditional(tag(condition));

    assertThat(single.status()).isEqualTo(404);
    assertThat(single.xml()).isEqualTo("<Error>" + NO_SUCH_KEY + "<Key>k</Key></Error>");
    assertThat(s3.engine().state()).isSameAs(state0);
    assertThat(BatchDelete.send(s3, objectWithTag(tag(condition))).xml())
        .isEqualTo(RESULT + "<Error><Key>k</Key>" + NO_SUCH_KEY + "</Error></DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"v1,v1", "v1,*", "v1,bad", "null,*", "unknown,*"})
  void conditionOnVersionIsNotImplemented(String versionId, String condition) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object"));
    S3State before = s3.engine().state();
    String id = Stacks.id(versionId).toString();

    Answer single =
        s3.send("DELETE", "/bucket/k?versionId=" + id, Headers.of("If-Match", tag(condition)));

    assertThat(single.status()).isEqualTo(501);
    assertThat(single.xml())
        .isEqualTo("<Error>" + NOT_IMPLEMENTED + "<Header>If-Match</Header></Error>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  /** What S3 answers is not known; the entry fails and no other does. */
  @Test
  void tagAndVersionOfOneEntryAreNotImplemented() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object"));
    String id = Stacks.id("v1").toString();

    Answer batch =
        BatchDelete.send(
            s3,
            "<Object><Key>k</Key><VersionId>"
                + id
                + "</VersionId><ETag>*</ETag></Object>"
                + "<Object><Key>k</Key><VersionId>abc</VersionId><ETag>*</ETag></Object>"
                + object("k", "null"));

    assertThat(batch.status()).isEqualTo(200);
    assertThat(batch.xml())
        .isEqualTo(
            RESULT
                + "<Deleted><Key>k</Key><VersionId>null</VersionId></Deleted>"
                + "<Error><Key>k</Key><VersionId>"
                + id
                + "</VersionId>"
                + NOT_IMPLEMENTED
                + "</Error><Error><Key>k</Key><VersionId>abc</VersionId><Code>NoSuchVersion</Code>"
                + "<Message>The specified version does not exist.</Message></Error></DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo("v1:object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-if-match-last-modified-time",
        "x-amz-if-match-size",
        "If-None-Match",
        "If-Modified-Since",
        "If-Unmodified-Since"
      })
  void otherConditionsAreNotImplemented(String header) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
    S3State before = s3.engine().state();
    for (String path : List.of("/bucket/k", "/bucket/absent", "/bucket/k?versionId=null")) {

      Answer answer = s3.send("DELETE", path, Headers.of("If-Match", "bad", header, "4"));

      assertThat(answer.status()).isEqualTo(501);
      assertThat(answer.xml())
          .isEqualTo("<Error>" + NOT_IMPLEMENTED + "<Header>" + header + "</Header></Error>");
      assertThat(s3.engine().state()).isSameAs(before);
    }
  }

  @Test
  void timeIsNamedBeforeSizeAndTag() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
    Headers headers =
        Headers.of(
            "If-Match",
            "*",
            "x-amz-if-match-size",
            "4",
            "x-amz-if-match-last-modified-time",
            "Tue, 15 Oct 2024 15:04:05 GMT");

    assertThat(s3.send("DELETE", "/bucket/k", headers).xml())
        .endsWith("<Header>x-amz-if-match-last-modified-time</Header></Error>");
  }

  @Test
  void sizeAndTimeInTheDocumentAreMalformed() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
    for (String condition :
        List.of(
            "<Size>4</Size>",
            "<LastModifiedTime>Tue, 15 Oct 2024 15:04:05 GMT</LastModifiedTime>")) {
      Answer answer =
          BatchDelete.send(s3, object("k") + "<Object><Key>other</Key>" + condition + "</Object>");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.xml()).isEqualTo(MALFORMED_XML);
      assertThat(Stacks.describe(bucket())).isEqualTo("null:object");
    }
  }

  @Test
  void conditionSeesWhatEarlierEntriesOfTheBatchDid() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v2:object, v1:object"));

    Answer answer =
        BatchDelete.send(
            s3,
            object("k", Stacks.id("v2")) + objectWithTag(Stacks.eTag("v1")) + objectWithTag("*"));

    assertThat(answer.xml())
        .endsWith("<Error><Key>k</Key>" + NO_SUCH_KEY + "</Error></DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo("new:marker, v1:object");
  }

  @Test
  void keyThatXmlCannotHoldIsReportedWithReferences() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED));

    Answer answer = s3.send("DELETE", "/bucket/a%01%0D%09%EF%BF%BE", Headers.of("If-Match", "*"));

    assertThat(answer.xml())
        .isEqualTo("<Error>" + NO_SUCH_KEY + "<Key>a&#x1;&#13;\t&#xfffe;</Key></Error>");
  }

  private Answer conditional(String condition) {
    return s3.send("DELETE", "/bucket/k", Headers.of("If-Match", condition));
  }

  private static String objectWithTag(String condition) {
    return "<Object><Key>k</Key><ETag>" + condition + "</ETag></Object>";
  }

  /** Puts entity tags in the place of labels. */
  private static String tag(String condition) {
    String tags = condition;
    for (String label : List.of("null", "v1", "v2")) {
      tags = tags.replace(label, Stacks.eTag(label));
    }
    return tags;
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("bucket");
  }
}
