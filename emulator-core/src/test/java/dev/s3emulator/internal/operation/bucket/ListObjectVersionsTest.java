package dev.s3emulator.internal.operation.bucket;

import static dev.s3emulator.internal.operation.bucket.ListingFixture.CONTENT;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.NAMESPACE;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.OWNER;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.STANDARD;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.all;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.encode;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ListObjectVersions (xml-shapes A.5, recorded-answers 10, protocol-notes 31). */
class ListObjectVersionsTest {

  private final ListingFixture alpha = new ListingFixture();

  @Test
  void emptyBucket() {
    assertThat(list("").xml())
        .isEqualTo(
            "<ListVersionsResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix></Prefix><KeyMarker></KeyMarker>"
                + "<VersionIdMarker></VersionIdMarker><MaxKeys>1000</MaxKeys>"
                + "<IsTruncated>false</IsTruncated></ListVersionsResult>");
  }

  @Test
  void versionsAndDeleteMarkersAreInterleaved() {
    alpha.put("k");
    alpha.versioning(VersioningState.ENABLED);
    VersionId marker = alpha.hide("k");
    alpha.put("l");

    assertThat(list("&max-keys=2").xml())
        .isEqualTo(
            "<ListVersionsResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix></Prefix><KeyMarker></KeyMarker>"
                + "<VersionIdMarker></VersionIdMarker><NextKeyMarker>k</NextKeyMarker>"
                + "<NextVersionIdMarker>null</NextVersionIdMarker><MaxKeys>2</MaxKeys>"
                + "<IsTruncated>true</IsTruncated><DeleteMarker><Key>k</Key><VersionId>"
                + marker
                + "</VersionId><IsLatest>true</IsLatest>"
                + "<LastModified>2026-02-03T16:45:09.000Z</LastModified>"
                + OWNER
                + "</DeleteMarker><Version><Key>k</Key><VersionId>null</VersionId>"
                + "<IsLatest>false</IsLatest>"
                + CONTENT
                + OWNER
                + STANDARD
                + "</Version></ListVersionsResult>");
  }

  @Test
  void bucketWithoutVersioningShowsNullVersions() {
    alpha.put("a", "b");

    Answer answer = list("");

    assertThat(all(answer, "VersionId")).containsExactly("null", "null");
    assertThat(all(answer, "IsLatest")).containsExactly("true", "true");
  }

  @Test
  void pageThatEndsWithACommonPrefixNamesNoVersion() {
    alpha.put("a", "b/1", "b/2", "c");

    Answer answer = list("&delimiter=/&max-keys=2");

    assertThat(answer.text())
        .contains(
            "<NextKeyMarker>b/</NextKeyMarker><MaxKeys>2</MaxKeys><Delimiter>/</Delimiter>"
                + "<IsTruncated>true</IsTruncated>")
        .endsWith("<CommonPrefixes><Prefix>b/</Prefix></CommonPrefixes></ListVersionsResult>");
    assertThat(all(list("&delimiter=/&key-marker=b/"), "Key")).containsExactly("c");
    assertThat(all(list("&delimiter=/&key-marker=b/1"), "Prefix")).containsExactly("");
  }

  @Test
  void markersAreEchoedAndContinue() {
    alpha.versioning(VersioningState.ENABLED);
    VersionId first = alpha.put("k", StorageClass.STANDARD);
    VersionId second = alpha.put("k", StorageClass.STANDARD);

    Answer answer = list("&key-marker=k&version-id-marker=" + second);

    assertThat(only(answer, "KeyMarker")).isEqualTo("k");
    assertThat(only(answer, "VersionIdMarker")).isEqualTo(second.toString());
    assertThat(all(answer, "VersionId")).containsExactly(first.toString());
    assertThat(all(list("&key-marker=k"), "VersionId")).isEmpty();
  }

  @Test
  void markerOfADeletedVersionIsStillItsPlace() {
    alpha.versioning(VersioningState.ENABLED);
    VersionId first = alpha.put("k", StorageClass.STANDARD);
    VersionId second = alpha.put("k", StorageClass.STANDARD);
    alpha.put("k");
    alpha.s3().send("DELETE", "/alpha/k?versionId=" + second);

    assertThat(all(list("&key-marker=k&version-id-marker=" + second), "VersionId"))
        .containsExactly(first.toString());
  }

  @Test
  void emptyKeyMarkerMakesTheVersionMeanNothing() {
    alpha.versioning(VersioningState.ENABLED);
    VersionId first = alpha.put("k", StorageClass.STANDARD);

    Answer answer = list("&key-marker=&version-id-marker=" + first);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(all(answer, "VersionId")).containsExactly(first.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'&version-id-marker=null',"
        + " A version-id marker cannot be specified without a key marker., null",
    "'&version-id-marker=', A version-id marker cannot be empty., ''",
    "'&key-marker=k&version-id-marker=', A version-id marker cannot be empty., ''",
    "'&key-marker=k&version-id-marker=x', Invalid version id specified, x",
    "'&key-marker=k&version-id-marker=HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD',"
        + " Invalid version id specified, HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD"
  })
  void wrongVersionMarkerIsRefused(String query, String message, String value) {
    Answer answer = list(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>"
                + message
                + "</Message><ArgumentName>version-id-marker</ArgumentName><ArgumentValue>"
                + value
                + "</ArgumentValue></Error>");
  }

  @Test
  void negativePageSizeIsRefused() {
    assertThat(list("&max-keys=-1").xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>max-keys cannot be negative</Message>"
                + "<ArgumentName>max-keys</ArgumentName></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "'&max-keys=x&encoding-type=x', max-keys",
    "'&max-keys=-1&encoding-type=x&version-id-marker=', encoding-type",
    "'&max-keys=-1&version-id-marker=', version-id-marker",
    "'&max-keys=-1', max-keys"
  })
  void parametersAreJudgedInOrder(String query, String argument) {
    assertThat(only(list(query), "ArgumentName")).isEqualTo(argument);
  }

  @Test
  void delimiterIsShownEvenWhenEmpty() {
    alpha.put("a/b");

    Answer answer = list("&delimiter=");

    assertThat(only(answer, "Delimiter")).isEmpty();
    assertThat(all(answer, "Key")).containsExactly("a/b");
    assertThat(list("").text()).doesNotContain("Delimiter");
  }

  @Test
  void encodingAppliesToNamesButNotToVersionIds() {
    alpha.put("a b", "a c/1", "a d");

    Answer answer = list("&encoding-type=url&delimiter=/&prefix=a%20&key-marker=a%20b&max-keys=1");

    assertThat(answer.xml())
        .isEqualTo(
            "<ListVersionsResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix>a+</Prefix><KeyMarker>a+b</KeyMarker>"
                + "<VersionIdMarker></VersionIdMarker><NextKeyMarker>a+c/</NextKeyMarker>"
                + "<MaxKeys>1</MaxKeys><Delimiter>/</Delimiter><EncodingType>url</EncodingType>"
                + "<IsTruncated>true</IsTruncated><CommonPrefixes><Prefix>a+c/</Prefix>"
                + "</CommonPrefixes></ListVersionsResult>");
  }

  @Test
  void missingBucketIsNotFound() {
    assertThat(alpha.s3().send("GET", "/missing?versions").status()).isEqualTo(404);
  }

  @Test
  void pageOfNothingIsNotTruncated() {
    alpha.put("a");

    Answer answer = list("&max-keys=0");

    assertThat(only(answer, "IsTruncated")).isEqualTo("false");
    assertThat(answer.text()).doesNotContain("<Version>", "<NextKeyMarker>");
  }

  @Test
  void everyPageSizeListsTheSame() {
    alpha.put("a/1", "b");
    alpha.versioning(VersioningState.ENABLED);
    String[] keys = {"a", "a/1", "a/2", "b", "c//d", "\uD83D\uDE00"};
    Random random = new Random(7);
    for (int i = 0; i < 30; i++) {
      String key = keys[random.nextInt(keys.length)];
      if (random.nextInt(4) == 0) {
        alpha.hide(key);
      } else {
        alpha.put(key);
      }
    }
    for (String query : List.of("", "&delimiter=/", "&prefix=a", "&delimiter=/&prefix=a/")) {
      List<String> whole = page(query, 1000);
      assertThat(whole).isNotEmpty();
      for (int size = 1; size <= whole.size(); size++) {
        assertThat(page(query, size)).isEqualTo(whole);
      }
    }
  }

  private List<String> page(String query, int size) {
    List<String> versions = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    String markers = "";
    Answer answer;
    do {
      answer = list(query + "&max-keys=" + size + markers);
      versions.addAll(all(answer, "VersionId"));
      List<String> prefixes = all(answer, "Prefix");
      assertThat(versions).as("pages without end").hasSizeLessThan(100);
      // The first is the prefix of the request.
      groups.addAll(prefixes.subList(1, prefixes.size()));
      if (only(answer, "IsTruncated").equals("true")) {
        markers = "&key-marker=" + encode(only(answer, "NextKeyMarker"));
        List<String> version = all(answer, "NextVersionIdMarker");
        markers += version.isEmpty() ? "" : "&version-id-marker=" + version.get(0);
      }
    } while (only(answer, "IsTruncated").equals("true"));
    versions.addAll(groups);
    return versions;
  }

  private Answer list(String query) {
    return alpha.get("versions" + query);
  }
}
