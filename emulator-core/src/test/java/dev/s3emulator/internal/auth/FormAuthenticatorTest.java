package dev.s3emulator.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.auth.post.LengthRange;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.form.FormFields;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed a form: the vector of protocol-notes 18, and one thing changed at a time. */
class FormAuthenticatorTest {

  private static final String POLICY =
      "eyJleHBpcmF0aW9uIjoiMjAxMy0wNS0yNFQwMTowMDowMC4wMDBaIiwiY29uZGl0aW9ucyI6W3siYnVja2V0Ijoi"
          + "ZXhhbXBsZWJ1Y2tldCJ9LFsic3RhcnRzLXdpdGgiLCIka2V5IiwidXNlci8iXSx7IngtYW16LWNyZWRlbnRp"
          + "YWwiOiJBS0lBSU9TRk9ETk43RVhBTVBMRS8yMDEzMDUyNC91cy1lYXN0LTEvczMvYXdzNF9yZXF1ZXN0In0s"
          + "eyJ4LWFtei1hbGdvcml0aG0iOiJBV1M0LUhNQUMtU0hBMjU2In0seyJ4LWFtei1kYXRlIjoiMjAxMzA1MjRU"
          + "MDAwMDAwWiJ9XX0=";
  private static final String SIGNATURE =
      "952c8eacb021e3b1b467291df918bd7c45a1b52edf078019adf004649b2553fa";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";
  private static final Caller OWNER = Caller.root(Owner.DEFAULT);

  /** HMAC-SHA1 of the base64 text of {@code {"expiration":…,"conditions":[…]}}, computed apart. */
  private static final String POLICY_V2 =
      "eyJleHBpcmF0aW9uIjoiMjAxMy0wNS0yNFQwMTowMDowMFoiLCJjb25kaXRpb25zIjpbeyJidWNrZXQiOiJleGFt"
          + "cGxlYnVja2V0In0sWyJzdGFydHMtd2l0aCIsIiRrZXkiLCJ1c2VyLyJdLFsiY29udGVudC1sZW5ndGgtcmFuZ2Ui"
          + "LDEsOV1dfQ==";

  private static final String SIGNATURE_V2 = "67e0r6MXMkuHyN1d+GJZiu61ktQ=";

  private final Map<String, Credential> keys = new HashMap<>();
  private Instant now = Instant.parse("2013-05-24T00:30:00Z");

  FormAuthenticatorTest() {
    keys.put(KEY, Credential.permanent(KEY, SECRET, OWNER));
  }

  @Test
  void vectorOfVersion4IsAccepted() {
    FormAuthentication proved = authenticate(AuthenticationMode.STRICT, v4());

    Authentication authentication = proved.authentication();
    assertThat(authentication.caller()).isEqualTo(OWNER.withAccessKey(KEY));
    assertThat(authentication.type()).isEqualTo(AuthenticationType.POST);
    assertThat(authentication.version()).contains(SignatureVersion.V4);
    assertThat(authentication.signedAt()).contains(Instant.parse("2013-05-24T00:00:00Z"));
    assertThat(proved.lengths()).isEqualTo(LengthRange.ANY);
  }

  @Test
  void version2IsAccepted() {
    FormAuthentication proved = authenticate(AuthenticationMode.STRICT, v2());

    assertThat(proved.authentication().caller()).isEqualTo(OWNER.withAccessKey(KEY));
    assertThat(proved.authentication().version()).contains(SignatureVersion.V2);
    assertThat(proved.lengths()).isEqualTo(new LengthRange(1, 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Amz-Signature", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "key"})
  void fieldsOfVersion4AreRequired(String field) {
    assertMissing(v4(), field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "AWSAccessKeyId", "policy", "key"})
  void fieldsOfVersion2AreRequired(String field) {
    assertMissing(v2(), field);
  }

  private void assertMissing(Map<String, String> fields, String field) {
    fields.keySet().removeIf(field::equalsIgnoreCase);

    S3Exception refused = refusal(AuthenticationMode.LENIENT, fields);

    assertThat(Authenticating.shown(refused))
        .isEqualTo(
            "400 InvalidArgument\nBucket POST must contain a field named '"
                + field
                + "'.  If it is specified, please check the order of the fields.\nArgumentName="
                + field
                + "\nArgumentValue=");
  }

  @Test
  void policyNeedsASignature() {
    Map<String, String> fields = new LinkedHashMap<>(Map.of("key", "user/a", "policy", POLICY));

    assertThat(refusal(AuthenticationMode.LENIENT, fields).text())
        .contains("a field named 'X-Amz-Signature'");
  }

  @Test
  void formWithoutPolicyAndSignatureIsAnonymous() {
    FormAuthentication proved = authenticate(AuthenticationMode.STRICT, Map.of("key", "a"));

    assertThat(proved.authentication()).isEqualTo(Authentication.ANONYMOUS);
    assertThat(proved.lengths()).isEqualTo(LengthRange.ANY);
  }

  @Test
  void wrongSignatureIsAnsweredWithWhatShouldHaveBeenSigned() {
    for (AuthenticationMode mode : AuthenticationMode.values()) {
      Map<String, String> fields = v4();
      fields.put("x-amz-signature", SIGNATURE.replace('9', '8'));

      S3Exception refused = refusal(mode, fields);

      assertThat(Authenticating.shown(refused))
          .startsWith(
              "403 SignatureDoesNotMatch\nThe request signature we calculated does not match the"
                  + " signature you provided. Check your key and signing method.\nAWSAccessKeyId="
                  + KEY
                  + "\nStringToSign="
                  + POLICY
                  + "\nSignatureProvided="
                  + SIGNATURE.replace('9', '8')
                  + "\nStringToSignBytes=65 79 4a")
          .doesNotContain("CanonicalRequest");
      assertThat(refused.reason()).isPresent();
    }
  }

  @Test
  void wrongSignatureOfVersion2IsRefused() {
    Map<String, String> fields = v2();
    fields.put("signature", "AAAA");

    assertThat(refusal(AuthenticationMode.LENIENT, fields).error().code())
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void changedPolicyDoesNotMatchItsSignatureWhateverItHolds() {
    Map<String, String> fields = v4();
    fields.put("policy", "bm8gcG9saWN5");

    assertThat(refusal(AuthenticationMode.STRICT, fields).error().code())
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x-amz-algorithm  | AWS4-HMAC-SHA1                                   | X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"
          x-amz-date       | 2013-05-24                                       | X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"
          x-amz-credential | AKIAIOSFODNN7EXAMPLE                             | Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".
          x-amz-credential | AKIAIOSFODNN7EXAMPLE/20130523/us-east-1/s3/aws4_request | Invalid credential date "20130523". This date is not the same as X-Amz-Date: "20130524".
          x-amz-credential | AKIAIOSFODNN7EXAMPLE/20130524/us-west-2/s3/aws4_request | Error parsing the X-Amz-Credential parameter; the region 'us-west-2' is wrong; expecting 'us-east-1'
          """)
  void malformedCredentialsAreNamed(String field, String value, String message) {
    Map<String, String> fields = v4();
    fields.put(field, value);

    S3Exception refused = refusal(AuthenticationMode.STRICT, fields);

    assertThat(refused.error().code()).isEqualTo("AuthorizationQueryParametersError");
    assertThat(refused.text()).isEqualTo(message);
  }

  @Test
  void unknownKeyIsTakenOnTrustInTheLenientModeOnly() {
    keys.clear();

    for (Map<String, String> fields : List.of(v4(), v2())) {
      assertThat(Authenticating.shown(refusal(AuthenticationMode.STRICT, fields)))
          .isEqualTo(
              "403 InvalidAccessKeyId\nThe AWS Access Key Id you provided does not exist in our"
                  + " records.\nAWSAccessKeyId="
                  + KEY);
      assertThat(authenticate(AuthenticationMode.LENIENT, fields).authentication().caller())
          .isEqualTo(OWNER.withAccessKey(KEY));

      // Its policy counts all the same.
      fields.put("key", "elsewhere/a");
      assertThat(refusal(AuthenticationMode.LENIENT, fields).text())
          .contains("Policy Condition failed: [\"starts-with\", \"$key\", \"user/\"]");
    }
  }

  @Test
  void policyEndsByTheClockOfTheEmulator() {
    now = Instant.parse("2013-05-24T01:00:00Z");

    assertThat(refusal(AuthenticationMode.LENIENT, v4()).text())
        .isEqualTo("Invalid according to Policy: Policy expired.");
  }

  @Test
  void temporaryKeyNeedsItsToken() {
    keys.put(
        KEY,
        new Credential(KEY, SECRET, Optional.of("token"), Optional.of(now.plusSeconds(60)), OWNER));

    assertThat(refusal(AuthenticationMode.LENIENT, v4()).error().code())
        .isEqualTo("InvalidAccessKeyId");
    Map<String, String> wrong = v4();
    wrong.put("x-amz-security-token", "other");
    assertThat(refusal(AuthenticationMode.LENIENT, wrong).error().code()).isEqualTo("InvalidToken");
    Map<String, String> right = v2();
    right.put("x-amz-security-token", "token");
    // This policy does not name the token, which a policy must.
    assertThat(refusal(AuthenticationMode.LENIENT, right).text())
        .isEqualTo("Invalid according to Policy: Extra input fields: x-amz-security-token");
  }

  private static Map<String, String> v4() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "user/a");
    fields.put("policy", POLICY);
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", KEY + "/20130524/us-east-1/s3/aws4_request");
    fields.put("x-amz-date", "20130524T000000Z");
    fields.put("x-amz-signature", SIGNATURE);
    return fields;
  }

  private static Map<String, String> v2() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "user/a");
    fields.put("policy", POLICY_V2);
    fields.put("awsaccesskeyid", KEY);
    fields.put("signature", SIGNATURE_V2);
    return fields;
  }

  private S3Exception refusal(AuthenticationMode mode, Map<String, String> fields) {
    S3Exception refused = catchThrowableOfType(S3Exception.class, () -> authenticate(mode, fields));
    assertThat(refused).isNotNull();
    return refused;
  }

  private FormAuthentication authenticate(AuthenticationMode mode, Map<String, String> fields) {
    return new FormAuthenticator(
            id -> Optional.ofNullable(keys.get(id)),
            mode,
            OWNER,
            () -> now,
            target -> Region.US_EAST_1)
        .authenticate(new FormFields(fields, "a.txt"), new RequestTarget("examplebucket", null));
  }
}
