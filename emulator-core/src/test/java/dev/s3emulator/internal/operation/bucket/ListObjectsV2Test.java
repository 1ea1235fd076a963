package dev.s3emulator.internal.operation.bucket;

import static dev.s3emulator.internal.operation.bucket.ListingFixture.CONTENT;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.NAMESPACE;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.OWNER;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.STANDARD;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.all;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.encode;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ListObjectsV2 (xml-shapes A.4, recorded-answers 10, protocol-notes 31). */
class ListObjectsV2Test {

  private final ListingFixture alpha = new ListingFixture();

  @Test
  void emptyBucket() {
    assertThat(list("").xml())
        .isEqualTo(
            "<ListBucketResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix></Prefix><KeyCount>0</KeyCount>"
                + "<MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>");
  }

  @Test
  void truncatedPageNamesATokenThatContinues() {
    alpha.put("a", "b.txt", "c");
    String first = only(list("&max-keys=1"), "NextContinuationToken");

    Answer second = list("&max-keys=1&continuation-token=" + first);

    String next = only(second, "NextContinuationToken");
    assertThat(second.xml())
        .isEqualTo(
            "<ListBucketResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix></Prefix><ContinuationToken>"
                + first
                + "</ContinuationToken><NextContinuationToken>"
                + next
                + "</NextContinuationToken><KeyCount>1</KeyCount><MaxKeys>1</MaxKeys>"
                + "<IsTruncated>true</IsTruncated><Contents><Key>b.txt</Key>"
                + CONTENT
                + STANDARD
                + "</Contents></ListBucketResult>");
    Answer last = list("&max-keys=1&continuation-token=" + next);
    assertThat(all(last, "Key")).containsExactly("c");
    assertThat(all(last, "NextContinuationToken")).isEmpty();
  }

  @Test
  void keyCountCountsCommonPrefixes() {
    alpha.put("a", "b/1", "b/2", "c/1");

    assertThat(list("&delimiter=/").xml())
        .isEqualTo(
            "<ListBucketResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix></Prefix><KeyCount>3</KeyCount>"
                + "<MaxKeys>1000</MaxKeys><Delimiter>/</Delimiter><IsTruncated>false</IsTruncated>"
                + "<Contents><Key>a</Key>"
                + CONTENT
                + STANDARD
                + "</Contents><CommonPrefixes><Prefix>b/</Prefix></CommonPrefixes>"
                + "<CommonPrefixes><Prefix>c/</Prefix></CommonPrefixes></ListBucketResult>");
  }

  @Test
  void startAfterStandsInThePlaceOfTheToken() {
    alpha.put("a", "b c", "d");

    Answer answer = list("&start-after=b%20c&encoding-type=url");

    assertThat(all(answer, "Key")).containsExactly("d");
    assertThat(answer.text())
        .contains("<Prefix></Prefix><StartAfter>b+c</StartAfter><KeyCount>1</KeyCount>");
    assertThat(list("&start-after=").text()).contains("<StartAfter></StartAfter>");
  }

  @Test
  void tokenWinsOverStartAfter() {
    alpha.put("a", "b", "c");
    String token = only(list("&max-keys=1"), "NextContinuationToken");

    Answer answer = list("&start-after=b&continuation-token=" + token);

    assertThat(all(answer, "Key")).containsExactly("b", "c");
    assertThat(answer.text()).doesNotContain("StartAfter");
  }

  @Test
  void startAfterWithinARolledUpGroupSkipsIt() {
    alpha.put("b/1", "b/2", "c");

    assertThat(all(list("&delimiter=/&start-after=b/1"), "Prefix")).containsExactly("");
    assertThat(all(list("&delimiter=/&start-after=b"), "Prefix")).containsExactly("", "b/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "b.txt", "1ueGcxLPRx1Tr%2FXYExHnhbYLgveDs2J%2Fwm36Hy4vbOwM%3D"})
  void tokenThatWasNotIssuedIsRefused(String token) {
    Answer answer = list("&continuation-token=" + token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>The continuation token provided is"
                + " incorrect</Message><ArgumentName>continuation-token</ArgumentName></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "&max-keys=-1&continuation-token=x&encoding-type=x, encoding-type",
    "&max-keys=-1&continuation-token=x, continuation-token",
    "&max-keys=-1, maxKeys",
    "&max-keys=x&marker=a, max-keys",
    "&continuation-token=x&marker=a, marker"
  })
  void parametersAreJudgedInOrder(String query, String argument) {
    Answer answer = list(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(only(answer, "ArgumentName")).isEqualTo(argument);
  }

  @Test
  void markerOfTheFirstFormIsRefused() {
    Answer answer = alpha.s3().send("GET", "/missing?list-type=2&marker=a");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Marker unsupported with REST.GET.BUCKET in"
                + " list-type=2</Message><ArgumentName>marker</ArgumentName></Error>");
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "True, 1", "TRUE, 1", "false, 0", "'', 0", "1, 0", "yes, 0"})
  void ownerIsShownOnlyWhenFetched(String fetchOwner, int owners) {
    alpha.put("a");

    Answer answer = list("&fetch-owner=" + fetchOwner);

    assertThat(answer.text().split(OWNER, -1)).hasSize(owners + 1);
    if (owners == 1) {
      assertThat(answer.text()).contains("<Size>3</Size>" + OWNER + STANDARD);
    }
  }

  @Test
  void firstOfARepeatedParameterCounts() {
    alpha.put("a", "b");

    assertThat(all(list("&prefix=a&prefix=b"), "Key")).containsExactly("a");
    assertThat(alpha.get("list-type=1&list-type=2").text()).contains("<Marker>");
  }

  @Test
  void encodingAppliesToNamesButNotToTokens() {
    alpha.put("a b", "c d/1", "e f");

    Answer answer = list("&encoding-type=url&max-keys=2&delimiter=%2F");

    assertThat(all(answer, "Key")).containsExactly("a+b");
    assertThat(all(answer, "Prefix")).containsExactly("", "c+d/");
    assertThat(answer.text())
        .contains(
            "<MaxKeys>2</MaxKeys><Delimiter>/</Delimiter><EncodingType>url</EncodingType>"
                + "<IsTruncated>");
    String token = only(answer, "NextContinuationToken");
    assertThat(all(list("&delimiter=/&continuation-token=" + token), "Key")).containsExactly("e f");
  }

  @Test
  void delimiterIsEncodedToo() {
    assertThat(only(list("&encoding-type=url&delimiter=%20%25"), "Delimiter")).isEqualTo("+%25");
  }

  @Test
  void keysUnderDeleteMarkersAreNotListed() {
    alpha.versioning(VersioningState.ENABLED).put("a", "b/1", "c");
    alpha.hide("b/1");
    alpha.hide("c");

    Answer answer = list("&delimiter=/");

    assertThat(all(answer, "Key")).containsExactly("a");
    assertThat(only(answer, "KeyCount")).isEqualTo("1");
  }

  @Test
  void everyPageSizeListsTheSame() {
    alpha.put("a", "a/", "a//b", "a/b", "b/1", "b/2", "c", "\uFFFD", "\uD83D\uDE00/x", "%", "+");
    for (String query : List.of("", "&delimiter=/", "&prefix=a", "&prefix=a/&delimiter=/")) {
      List<String> whole = page(query, 1000);
      assertThat(whole).isNotEmpty();
      for (int size = 1; size <= whole.size(); size++) {
        assertThat(page(query, size)).isEqualTo(whole);
      }
    }
  }

  private List<String> page(String query, int size) {
    List<String> found = new ArrayList<>();
    String token = "";
    Answer answer;
    do {
      answer =
          list(
              query
                  + "&max-keys="
                  + size
                  + (token.isEmpty() ? "" : "&continuation-token=" + encode(token)));
      List<String> prefixes = all(answer, "Prefix");
      found.addAll(all(answer, "Key"));
      assertThat(found).as("pages without end").hasSizeLessThan(100);
      // The first is the prefix of the request.
      found.addAll(prefixes.subList(1, prefixes.size()));
      token = String.join("", all(answer, "NextContinuationToken"));
    } while (!token.isEmpty());
    return found.stream().sorted().toList();
  }

  private Answer list(String query) {
    return alpha.get("list-type=2" + query);
  }
}
