package dev.s3emulator.internal.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags and the header that gives them (protocol-notes 16). */
class TagSetTest {

  @Test
  void headerKeepsTheOrderOfItsTags() {
    assertThat(TagSet.parseHeader("team=blue&cost=12&a=").tags())
        .containsExactly(entry("team", "blue"), entry("cost", "12"), entry("a", ""));
  }

  @Test
  void headerIsFormEncoded() {
    assertThat(TagSet.parseHeader("a+b=c%2Bd%20e&%C3%A9=%E6%97%A5").tags())
        .containsExactly(entry("a b", "c+d e"), entry("é", "日"));
  }

  @Test
  void rawBytesOfHeaderAreUtf8() {
    assertThat(TagSet.parseHeader("\u00C3\u00A9=1").tags()).containsExactly(entry("é", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&&"})
  void headerWithoutPairsGivesNoTags(String header) {
    assertThat(TagSet.parseHeader(header)).isEqualTo(TagSet.EMPTY);
  }

  @Test
  void keyAloneHasEmptyValue() {
    assertThat(TagSet.parseHeader("solo").tags()).containsExactly(entry("solo", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=1&a=2", "a=1&%61=2", "a=%2", "a=%zz", "a=%FF", "a=1,b=2", "a=<", "a=b=c!"})
  void malformedHeaderIsInvalidArgument(String header) {
    S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> TagSet.parseHeader(header));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_ARGUMENT);
    assertThat(refusal)
        .hasMessage(
            "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
                + " parameters without tag name duplicates.");
    assertThat(refusal.elements())
        .containsExactly(entry("ArgumentName", "x-amz-tagging"), entry("ArgumentValue", header));
  }

  @Test
  void headerTakesTenTagsAndNoMore() {
    assertThat(TagSet.parseHeader(header(10)).size()).isEqualTo(10);
    assertThatThrownBy(() -> TagSet.parseHeader(header(11)))
        .isInstanceOf(S3Exception.class)
        .hasMessage("Object tags cannot be greater than 10");
  }

  @ParameterizedTest
  @EnumSource(TagRules.class)
  void keysAndValuesEndAtTheirLimits(TagRules rules) {
    Tag longest = new Tag("k".repeat(128), "v".repeat(256));

    assertThat(rules.requireValid(List.of(longest)).tags())
        .containsExactly(entry(longest.key(), longest.value()));
    assertThat(refusal(rules, new Tag("k".repeat(129), "")))
        .hasMessage("The TagKey you have provided is invalid");
    S3Exception value = refusal(rules, new Tag("k", "v".repeat(257)));
    assertThat(value).hasMessage("The TagValue you have provided is invalid");
    assertThat(value.elements())
        .containsExactly(entry("TagKey", "k"), entry("TagValue", "v".repeat(257)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b", "a\tb", "a\nb", "a\"b", "a*b", "\uD83D\uDE00"})
  void keyHoldsOnlyTheAllowedCharacters(String key) {
    S3Exception refusal = refusal(TagRules.BUCKET, new Tag(key, "v"));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_TAG);
    assertThat(refusal.elements()).containsExactly(entry("TagKey", key));
  }

  @Test
  void lengthCountsUtf16Units() {
    assertThat(TagRules.OBJECT.requireValid(List.of(new Tag("日".repeat(128), ""))).size())
        .isEqualTo(1);
  }

  @Test
  void reservedPrefixHasItsOwnMessagePerCarrier() {
    Tag reserved = new Tag("aws:x", "v");

    S3Exception object = refusal(TagRules.OBJECT, reserved);
    assertThat(object).hasMessage("Your TagKey cannot be prefixed with aws:");
    assertThat(object.elements()).containsExactly(entry("TagKey", "aws:x"));
    assertThat(refusal(TagRules.BUCKET, reserved))
        .hasMessage("System tags cannot be added/updated by requester");
    S3Exception created = refusal(TagRules.NEW_BUCKET, reserved);
    assertThat(created)
        .hasMessage(
            "User-defined tag keys can't start with \"aws:\". This prefix is reserved for system"
                + " tags. Remove \"aws:\" from your tag keys and try again.");
    assertThat(created.elements()).isEmpty();
  }

  @Test
  void repeatedKeyIsInvalidTagExceptOnCreation() {
    Tag tag = new Tag("k", "v");

    assertThat(refusal(TagRules.OBJECT, tag, tag))
        .hasMessage("Cannot provide multiple Tags with the same key");
    assertThat(refusal(TagRules.BUCKET, tag, tag).elements()).containsExactly(entry("TagKey", "k"));
    assertThat(refusal(TagRules.NEW_BUCKET, tag, tag).error()).isEqualTo(S3Error.INTERNAL_ERROR);
  }

  @Test
  void bucketTakesFiftyTagsAndNoMore() {
    assertThat(TagRules.BUCKET.requireValid(tags(50)).size()).isEqualTo(50);
    assertThatThrownBy(() -> TagRules.BUCKET.requireValid(tags(51)))
        .isInstanceOf(S3Exception.class)
        .hasMessage("Bucket tag count cannot be greater than 50");
  }

  private static S3Exception refusal(TagRules rules, Tag... tags) {
    return catchThrowableOfType(S3Exception.class, () -> rules.requireValid(List.of(tags)));
  }

  private static String header(int count) {
    return String.join("&", IntStream.range(0, count).mapToObj(i -> "k" + i + "=v").toList());
  }

  private static List<Tag> tags(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Tag("k" + i, "v")).toList();
  }
}
