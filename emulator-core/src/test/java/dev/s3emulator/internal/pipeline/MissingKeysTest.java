package dev.s3emulator.internal.pipeline;

import static dev.s3emulator.internal.auth.AuthenticationMode.STRICT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.PolicyTexts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not list a bucket does not learn which keys are missing in it (protocol-notes 25). */
class MissingKeysTest {

  private static final Caller READER = Caller.user(Owner.DEFAULT, "reader");
  private static final String DENIED =
      "<Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/reader is not"
          + " authorized to perform: s3:ListBucket on resource: &quot;arn:aws:s3:::photos&quot; because no"
          + " identity-based policy allows the s3:ListBucket action</Message></Error>";

  private final InProcessS3 s3 = new InProcessS3(STRICT);

  @BeforeEach
  void makeBucketAndReader() {
    s3.registry().add(Credential.permanent("AKIAREADER", "secret", READER));
    s3.sendSigned("PUT", "/photos");
    s3.sendSigned(new Signer(), "PUT", "/photos/cat.jpg", "cat".getBytes(UTF_8));
    allow("s3:Get*", "s3:PutObject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/photos/absent", "/photos/absent?tagging"})
  void readerIsDeniedWhatIsMissing(String url) {
    assertThat(send("GET", url).xml()).isEqualTo(DENIED);
    assertThat(send("GET", url).status()).isEqualTo(403);
    assertThat(s3.sendSigned("GET", url).status()).isEqualTo(404);
    assertThat(s3.journal().select().errorCode("AccessDenied").last().orElseThrow().reason())
        .hasValue(
            "The object is not there, and who may not list the bucket is not told so: No policy of"
                + " the user reader allows s3:ListBucket on arn:aws:s3:::photos. The bucket photos"
                + " has no policy. ACLs mean nothing in a bucket with BucketOwnerEnforced.");
  }

  @Test
  void headIsDeniedWithoutDocument() {
    Answer answer = send("HEAD", "/photos/absent");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.bytes()).isEmpty();
    assertThat(s3.sendSigned("HEAD", "/photos/absent").status()).isEqualTo(404);
  }

  @Test
  void readerGetsWhatIsThere() {
    assertThat(send("GET", "/photos/cat.jpg").text()).isEqualTo("cat");
  }

  @ParameterizedTest
  @CsvSource({"GET, /photos/absent", "HEAD, /photos/absent"})
  void whoMayListIsTold(String method, String url) {
    allow("s3:GetObject", "s3:ListBucket");

    assertThat(send(method, url).status()).isEqualTo(404);
  }

  @Test
  void deleteMarkerIsMissing() {
    s3.engine()
        .changeBucket(
            "photos",
            bucket ->
                new Change<>(
                    bucket.with(bucket.settings().withVersioning(VersioningState.ENABLED)), true));
    s3.sendSigned("DELETE", "/photos/cat.jpg");

    Answer answer = send("GET", "/photos/cat.jpg");

    assertThat(answer.xml()).isEqualTo(DENIED);
    assertThat(answer.header("x-amz-delete-marker")).isNull();
    assertThat(s3.sendSigned("GET", "/photos/cat.jpg").header("x-amz-delete-marker"))
        .isEqualTo("true");
  }

  @Test
  void sourceOfCopyIsMissing() {
    Answer answer =
        s3.sendSigned(
            reader(), "PUT", "/photos/copy", new byte[0], "x-amz-copy-source", "/photos/absent");

    assertThat(answer.xml()).isEqualTo(DENIED);
  }

  @Test
  void deletingWhatIsMissingTellsNothingAnyway() {
    allow("s3:DeleteObject");

    assertThat(send("DELETE", "/photos/absent").status()).isEqualTo(204);
  }

  private void allow(String... actions) {
    s3.registry()
        .setPolicies(
            READER,
            List.of(
                PolicyReader.userPolicy(
                    PolicyTexts.of(
                        List.of(actions).stream()
                            .map(action -> PolicyTexts.allow(action, "*"))
                            .toArray(String[]::new)))));
  }

  private Answer send(String method, String url) {
    return s3.sendSigned(reader(), method, url, new byte[0]);
  }

  private static Signer reader() {
    Signer signer = new Signer();
    signer.accessKey = "AKIAREADER";
    signer.secret = "secret";
    return signer;
  }
}
