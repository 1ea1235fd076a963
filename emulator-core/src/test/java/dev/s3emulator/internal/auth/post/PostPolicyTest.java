package dev.s3emulator.internal.auth.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.testing.Form;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies of forms (protocol-notes 18). */
class PostPolicyTest {

  private static final Instant NOW = Instant.parse("2026-02-03T16:45:09Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"key": "user/a"}                            | key          | user/a
          {"KeY": "user/a"}                            | key          | user/a
          ["eq", "$key", "user/a"]                     | key          | user/a
          ["EQ", "$Key", "user/a"]                     | key          | user/a
          ["starts-with", "$key", "user/"]             | key          | user/a
          ["StArTs-WiTh", "$KEY", ""]                  | key          | user/a
          ["starts-with", "$key", ""]                  | key          | ''
          ["starts-with", "$Content-Type", "image/"]   | content-type | image/png,image/jpeg
          ["starts-with", "$Content-Type", "image/"]   | content-type | image/png, image/jpeg
          ["starts-with", "$key", "a,"]                | key          | a,b
          ["eq", "$key", "\\$a"]                       | key          | $a
          ["eq", "$key", "\\\\$a"]                     | key          | \\$a
          ["eq", "$key", "\\u00fc\\"\\/"]              | key          | ü"/
          {"x-amz-meta-uuid": "14365123651274"}        | x-amz-meta-uuid | 14365123651274
          """)
  void conditionHolds(String condition, String field, String value) {
    assertThatCode(() -> check(condition, field, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"key": "user/a"}                         | key          | user/b    | ["eq", "$key", "user/a"]
          {"key": "user/a"}                         | key          | user/A    | ["eq", "$key", "user/a"]
          ["eq", "$key", "user/a"]                  | other        | user/a    | ["eq", "$key", "user/a"]
          ["starts-with", "$key", "user/"]          | key          | users/a   | ["starts-with", "$key", "user/"]
          ["starts-with", "$key", ""]               | other        | a         | ["starts-with", "$key", ""]
          ["starts-with", "$Content-Type", "image/"]| content-type | image/png,text/html | ["starts-with", "$Content-Type", "image/"]
          ["eq", "$key", "a\\"b\\\\c"]              | key          | a         | ["eq", "$key", "a\\"b\\\\c"]
          {"bucket": "beta"}                        | key          | a         | ["eq", "$bucket", "beta"]
          """)
  void conditionThatFailsIsPrinted(String condition, String field, String value, String printed) {
    S3Exception refused = refusal(condition, field, value);

    assertThat(shown(refused))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Policy Condition failed: " + printed);
    assertThat(refused.reason()).isPresent();
  }

  @Test
  void everyFieldNeedsACondition() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "a");
    fields.put("x-amz-meta-foo", "1");
    fields.put("content-type", "text/plain");
    for (String free :
        new String[] {
          "x-amz-signature", "signature", "awsaccesskeyid", "file", "policy", "x-ignore-submit"
        }) {
      fields.put(free, "free");
    }
    PostPolicy policy = parse("{\"bucket\": \"alpha\"}, {\"key\": \"a\"}");

    assertThat(shown(catchRefusal(() -> policy.check(fields, "alpha", NOW))))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Extra input fields: x-amz-meta-foo,"
                + " content-type");

    fields.remove("x-amz-meta-foo");
    fields.remove("content-type");
    assertThatCode(() -> policy.check(fields, "alpha", NOW)).doesNotThrowAnyException();
  }

  @Test
  void bucketNeedsAConditionAsIfItWereAField() {
    PostPolicy policy = parse("{\"key\": \"a\"}");

    assertThat(shown(catchRefusal(() -> policy.check(Map.of("key", "a"), "alpha", NOW))))
        .isEqualTo("403 AccessDenied Invalid according to Policy: Extra input fields: bucket");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03T16:45:10Z, true",
    "2026-02-03T16:45:09.001Z, true",
    "2026-02-03T16:45:09Z, false",
    "2026-02-03T16:45:08.999Z, false",
    "2007-12-01T12:00:00.000Z, false"
  })
  void policyEndsAtItsExpiration(String expiration, boolean valid) {
    PostPolicy policy =
        PostPolicy.parse(
            Form.base64(
                "{\"expiration\": \""
                    + expiration
                    + "\", \"conditions\": [{\"bucket\": \"alpha\"}]}"));

    if (valid) {
      assertThatCode(() -> policy.check(Map.of(), "alpha", NOW)).doesNotThrowAnyException();
    } else {
      assertThat(shown(catchRefusal(() -> policy.check(Map.of("extra", "1"), "beta", NOW))))
          .isEqualTo("403 AccessDenied Invalid according to Policy: Policy expired.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ["content-length-range", 2, 4]                                    | 2 | 4
          ["Content-Length-Range", "2", "4"]                                | 2 | 4
          ["content-length-range", 0, 5368709120]                           | 0 | 5368709120
          ["content-length-range", 0, 4], ["content-length-range", 2, 9]    | 2 | 4
          """)
  void sizesAreRanges(String conditions, long least, long most) {
    assertThat(parse(conditions).lengths()).isEqualTo(new LengthRange(least, most));
  }

  @Test
  void fileOfAnotherSizeIsRefused() {
    LengthRange range = new LengthRange(2, 4);

    assertThatCode(() -> range.check(2)).doesNotThrowAnyException();
    assertThatCode(() -> range.check(4)).doesNotThrowAnyException();
    S3Exception large = catchRefusal(() -> range.check(5));
    assertThat(shown(large))
        .isEqualTo("400 EntityTooLarge Your proposed upload exceeds the maximum allowed size");
    assertThat(large.elements())
        .containsExactly(Map.entry("ProposedSize", "5"), Map.entry("MaxSizeAllowed", "4"));
    S3Exception small = catchRefusal(() -> range.check(1));
    assertThat(shown(small))
        .isEqualTo(
            "400 EntityTooSmall Your proposed upload is smaller than the minimum allowed size");
    assertThat(small.elements())
        .containsExactly(Map.entry("ProposedSize", "1"), Map.entry("MinSizeAllowed", "2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"conditions": []}                                            | Policy missing expiration.
          {"EXPIRATION": "2026-02-03T16:45:10Z", "conditions": []}      | Policy missing expiration.
          {"expiration": "2026-02-03T16:45:10Z"}                        | Policy missing conditions.
          {"expiration": "2026-02-03T16:45:10Z", "CONDITIONS": []}      | Policy missing conditions.
          {"expiration": "x", "conditions": []}                         | Invalid 'expiration' value: 'x'
          {"expiration": "2026-02-03 16:45:10", "conditions": []}       | Invalid 'expiration' value: '2026-02-03 16:45:10'
          {"expiration": 7, "conditions": []}                           | Invalid 'expiration' value: '7'
          {"expiration": "2026-02-03T16:45:10Z", "conditions": [{}]}    | Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.
          {"expiration": "2026-02-03T16:45:10Z", "conditions": [{"a": "b", "c": "d"}]} | Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.
          {"expiration"                                                 | Invalid JSON.
          []                                                            | Invalid JSON.
          """)
  void documentThatIsNoPolicyIsInvalid(String document, String message) {
    assertThat(shown(catchRefusal(() -> PostPolicy.parse(Form.base64(document)))))
        .isEqualTo("400 InvalidPolicyDocument Invalid Policy: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "\"bucket\"",
        "[]",
        "[1, 2, 3]",
        "[\"eq\", \"$key\"]",
        "[\"eq\", \"key\", \"a\"]",
        "[\"eq\", \"$key\", 1]",
        "[\"ends-with\", \"$key\", \"a\"]",
        "[\"content-length-range\", 0]",
        "[\"content-length-range\", -1, 0]",
        "[\"content-length-range\", 0.5, 1]",
        "[\"content-length-range\", \"a\", 1]",
        "{\"key\": 1}"
      })
  void conditionOfAnotherFormIsInvalid(String condition) {
    assertThat(shown(catchRefusal(() -> parse(condition))))
        .startsWith("400 InvalidPolicyDocument Invalid Policy: Invalid Condition: ");
  }

  @Test
  void fieldThatIsNotBase64IsInvalid() {
    assertThat(shown(catchRefusal(() -> PostPolicy.parse("====")))).contains("Invalid JSON.");
  }

  @Test
  void deeplyNestedDocumentIsInvalid() {
    assertThat(shown(catchRefusal(() -> parse("[".repeat(5_000)))))
        .isEqualTo("400 InvalidPolicyDocument Invalid Policy: Invalid JSON.");
  }

  private static void check(String condition, String field, String value) {
    parse("{\"bucket\": \"alpha\"}, " + condition).check(Map.of(field, value), "alpha", NOW);
  }

  private static S3Exception refusal(String condition, String field, String value) {
    return catchRefusal(() -> check(condition, field, value));
  }

  private static PostPolicy parse(String conditions) {
    return PostPolicy.parse(
        Form.base64(
            "{\"expiration\": \"2026-02-03T16:46:00Z\", \"conditions\": [" + conditions + "]}"));
  }

  private static S3Exception catchRefusal(Runnable attempt) {
    S3Exception refused = catchThrowableOfType(S3Exception.class, attempt::run);
    assertThat(refused).isNotNull();
    return refused;
  }

  private static String shown(S3Exception refused) {
    return refused.error().status() + " " + refused.error().code() + " " + refused.text();
  }
}
