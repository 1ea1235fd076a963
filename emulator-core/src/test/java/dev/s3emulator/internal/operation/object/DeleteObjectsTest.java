package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.RESULT;
import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.testing.DeleteMatrix;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What DeleteObjects does and answers, key by key (delete-semantics 2 and 4.3). */
class DeleteObjectsTest {

  private static final String MALFORMED_ID = "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD";
  private static final String NO_SUCH_VERSION =
      "<Code>NoSuchVersion</Code><Message>The specified version does not exist.</Message>";

  private final InProcessS3 s3 = new InProcessS3();

  static Stream<DeleteMatrix> rows() {
    return DeleteMatrix.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answerAndStackAreAsTheTablesSay(DeleteMatrix row) {
    Stacks.place(s3, row.bucket());

    Answer answer = BatchDelete.send(s3, objectOf(row));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
    assertThat(answer.header("x-amz-delete-marker")).isNull();
    assertThat(answer.header("x-amz-version-id")).isNull();
    assertThat(answer.text())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + RESULT
                + "<Deleted><Key>k</Key>"
                + elements(row.deleted())
                + "</Deleted></DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo(row.after());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void quietAnswerIsEmpty(DeleteMatrix row) {
    Stacks.place(s3, row.bucket());

    Answer answer = BatchDelete.send(s3, "<Quiet>true</Quiet>" + objectOf(row));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml()).isEqualTo(RESULT + "</DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo(row.after());
  }

  @ParameterizedTest
  @EnumSource
  void malformedVersionIdIsAnErrorOfItsKey(VersioningState state) {
    String present = state == VersioningState.UNVERSIONED ? "null:object" : "v2:marker, v1:object";
    for (String stack : List.of("-", present)) {
      for (String quiet : List.of("", "<Quiet>true</Quiet>")) {
        Stacks.place(s3, Stacks.bucket(state, stack));

        Answer answer = BatchDelete.send(s3, object("k", MALFORMED_ID) + quiet);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.xml())
            .isEqualTo(
                RESULT
                    + "<Error><Key>k</Key><VersionId>"
                    + MALFORMED_ID
                    + "</VersionId>"
                    + NO_SUCH_VERSION
                    + "</Error></DeleteResult>");
        assertThat(Stacks.describe(bucket())).isEqualTo(stack);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyVersionIdIsNeverASilentMarker(VersioningState state) {
    Stacks.place(s3, Stacks.bucket(state, "null:object"));

    for (String empty : List.of("<VersionId/>", "<VersionId></VersionId>")) {
      Answer answer = BatchDelete.send(s3, "<Object><Key>k</Key>" + empty + "</Object>");

      assertThat(answer.xml())
          .isEqualTo(
              RESULT
                  + "<Error><Key>k</Key><VersionId></VersionId><Code>InvalidArgument</Code>"
                  + "<Message>Version id cannot be the empty string</Message></Error>"
                  + "</DeleteResult>");
      assertThat(Stacks.describe(bucket())).isEqualTo("null:object");
    }
  }

  @Test
  void deletedComeBeforeErrorsEachInTheOrderOfTheRequest() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    Answer answer =
        BatchDelete.send(
            s3, object("z") + object("c", "abc") + object("k") + object("b", "xyz") + object("a"));

    assertThat(answer.xml())
        .isEqualTo(
            RESULT
                + "<Deleted><Key>z</Key></Deleted><Deleted><Key>k</Key></Deleted>"
                + "<Deleted><Key>a</Key></Deleted>"
                + "<Error><Key>c</Key><VersionId>abc</VersionId>"
                + NO_SUCH_VERSION
                + "</Error><Error><Key>b</Key><VersionId>xyz</VersionId>"
                + NO_SUCH_VERSION
                + "</Error></DeleteResult>");
    assertThat(bucket().objects()).isEmpty();
  }

  @Test
  void quietAnswerKeepsErrors() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    Answer answer = BatchDelete.send(s3, object("k") + object("b", "xyz") + "<Quiet>true</Quiet>");

    assertThat(answer.xml())
        .isEqualTo(
            RESULT
                + "<Error><Key>b</Key><VersionId>xyz</VersionId>"
                + NO_SUCH_VERSION
                + "</Error></DeleteResult>");
    assertThat(bucket().objects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNVERSIONED | null:object | -
          ENABLED     | v1:object   | new:marker, v1:object
          SUSPENDED   | v1:object   | null:marker, v1:object
          """)
  void keyNamedTwiceIsDeletedAndReportedOnce(VersioningState state, String before, String after) {
    Stacks.place(s3, Stacks.bucket(state, before));

    Answer answer = BatchDelete.send(s3, object("k") + object("k") + object("k"));

    assertThat(answer.xml()).containsOnlyOnce("<Deleted>").doesNotContain("<Error>");
    assertThat(Stacks.describe(bucket())).isEqualTo(after);
  }

  @Test
  void versionNamedTwiceIsReportedOnce() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v2:marker, v1:object"));
    String marker = object("k", Stacks.id("v2"));
    String malformed = object("k", "abc");

    Answer answer = BatchDelete.send(s3, marker + malformed + marker + malformed);

    String id = Stacks.id("v2").toString();
    assertThat(answer.xml())
        .isEqualTo(
            RESULT
                + "<Deleted><Key>k</Key><VersionId>"
                + id
                + "</VersionId><DeleteMarker>true</DeleteMarker><DeleteMarkerVersionId>"
                + id
                + "</DeleteMarkerVersionId></Deleted><Error><Key>k</Key><VersionId>abc</VersionId>"
                + NO_SUCH_VERSION
                + "</Error></DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo("v1:object");
  }

  @Test
  void twoVersionsOfOneKeyAreTwoResults() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v3:object, v2:object, v1:object"));

    Answer answer =
        BatchDelete.send(s3, object("k", Stacks.id("v1")) + object("k", Stacks.id("v3")));

    assertThat(answer.xml())
        .isEqualTo(
            RESULT
                + deletedVersion(Stacks.id("v1").toString())
                + deletedVersion(Stacks.id("v3").toString())
                + "</DeleteResult>");
    assertThat(Stacks.describe(bucket())).isEqualTo("v2:object");
  }

  @Test
  void simpleAndVersionedDeleteOfOneKeyHappenInTheOrderOfTheRequest() {
    Stacks.place(s3, Stacks.bucket(VersioningState.SUSPENDED, "null:object"));
    BatchDelete.send(s3, object("k") + object("k", "null"));
    assertThat(Stacks.describe(bucket())).as("marker made, then removed").isEqualTo("-");

    Stacks.place(s3, Stacks.bucket(VersioningState.SUSPENDED, "null:object"));
    Answer answer = BatchDelete.send(s3, object("k", "null") + object("k"));

    assertThat(Stacks.describe(bucket())).isEqualTo("null:marker");
    assertThat(answer.xml())
        .isEqualTo(
            RESULT
                + deletedVersion("null")
                + "<Deleted><Key>k</Key><DeleteMarker>true</DeleteMarker>"
                + "<DeleteMarkerVersionId>null</DeleteMarkerVersionId></Deleted></DeleteResult>");
  }

  @Test
  void allVersionsOfOneKeyMayGoInOneRequest() {
    Stacks.place(
        s3, Stacks.bucket(VersioningState.ENABLED, "v3:marker, v2:object, null:object, v1:object"));

    BatchDelete.send(
        s3,
        Stream.of("v1", "null", "v2", "v3")
            .map(label -> object("k", Stacks.id(label)))
            .collect(Collectors.joining()));

    assertThat(bucket().objects()).isEmpty();
  }

  @Test
  void repeatedBatchSucceeds() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v2:marker, v1:object"));
    String content = object("k", Stacks.id("v1")) + object("k", Stacks.id("v2"));
    BatchDelete.send(s3, content);

    Answer again = BatchDelete.send(s3, content);

    assertThat(again.xml())
        .isEqualTo(
            RESULT
                + deletedVersion(Stacks.id("v1").toString())
                + deletedVersion(Stacks.id("v2").toString())
                + "</DeleteResult>");
  }

  @Test
  void thousandKeysAreDeleted() {
    Bucket bucket = Stacks.bucket(VersioningState.UNVERSIONED);
    for (int i = 0; i < 1001; i++) {
      bucket = Stacks.with(bucket, ObjectKey.of("key" + i), "null:object");
    }
    Stacks.place(s3, bucket);

    Answer answer = BatchDelete.send(s3, objects(1000));

    assertThat(answer.xml())
        .isEqualTo(
            RESULT
                + IntStream.range(0, 1000)
                    .mapToObj(i -> "<Deleted><Key>key" + i + "</Key></Deleted>")
                    .collect(Collectors.joining())
                + "</DeleteResult>");
    assertThat(bucket().objects()).containsOnlyKeys(ObjectKey.of("key1000"));
  }

  @Test
  void thousandUnknownKeysGetThousandMarkers() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED));

    Answer answer = BatchDelete.send(s3, objects(1000));

    List<String> ids =
        bucket().objects().values().stream()
            .map(VersionStack::current)
            .map(marker -> marker.versionId().toString())
            .toList();
    assertThat(ids).hasSize(1000).doesNotHaveDuplicates().allMatch(answer.text()::contains);
  }

  @Test
  void oneMalformedIdAmongThousandFailsAlone() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED));

    Answer answer = BatchDelete.send(s3, objects(999) + object("k", "invalid-version-id"));

    assertThat(answer.text().split("<Deleted>", -1)).hasSize(1000);
    assertThat(answer.text())
        .endsWith(
            "<Error><Key>k</Key><VersionId>invalid-version-id</VersionId>"
                + NO_SUCH_VERSION
                + "</Error></DeleteResult>");
  }

  private static String objects(int count) {
    return IntStream.range(0, count).mapToObj(i -> object("key" + i)).collect(Collectors.joining());
  }

  private static String objectOf(DeleteMatrix row) {
    return row.isVersioned() ? object("k", Stacks.id(row.versionId())) : object("k");
  }

  private static String deletedVersion(String id) {
    return "<Deleted><Key>k</Key><VersionId>" + id + "</VersionId></Deleted>";
  }

  /** Writes {@code Name=value} pairs as elements; a value that is a label becomes its id. */
  private String elements(String pairs) {
    if (pairs.equals(DeleteMatrix.NONE)) {
      return "";
    }
    StringBuilder xml = new StringBuilder();
    for (String pair : pairs.split(" ")) {
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      String text = value.equals("true") ? value : wireId(value);
      xml.append('<').append(name).append('>').append(text).append("</").append(name).append('>');
    }
    return xml.toString();
  }

  private String wireId(String label) {
    return label.equals("new")
        ? bucket().current(Stacks.KEY).orElseThrow().versionId().toString()
        : Stacks.id(label).toString();
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("bucket");
  }
}
