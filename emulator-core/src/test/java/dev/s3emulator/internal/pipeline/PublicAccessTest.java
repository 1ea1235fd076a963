package dev.s3emulator.internal.pipeline;

import static dev.s3emulator.internal.auth.AuthenticationMode.LENIENT;
import static dev.s3emulator.internal.auth.AuthenticationMode.STRICT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.PolicyTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Websites, forms and presigned URLs: whose permissions they use. */
class PublicAccessTest {

  private static final Caller ALICE = Caller.user(Owner.DEFAULT, "alice");
  private static final Headers WEBSITE =
      Headers.of("Host", "photos.s3-website-us-east-1.amazonaws.com");

  @Test
  void privateWebsiteIsClosedToEverybodyInTheStrictMode() {
    InProcessS3 s3 = website(STRICT);

    Answer answer = s3.send("GET", "/", WEBSITE);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("<h1>403 Forbidden</h1>", "<li>Code: AccessDenied</li>");
    assertThat(website(LENIENT).send("GET", "/", WEBSITE).text()).isEqualTo("index");
  }

  @Test
  void policyForEverybodyOpensTheWebsite() {
    InProcessS3 s3 = website(STRICT);
    setPolicy(s3, "Allow", "s3:GetObject", "\"arn:aws:s3:::photos/*\"");

    assertThat(s3.send("GET", "/", WEBSITE).text()).isEqualTo("index");
    // Who may not list the bucket gets 403 for a page that is missing, as on S3.
    assertThat(s3.send("GET", "/absent", WEBSITE).status()).isEqualTo(403);

    setPolicy(s3, "Allow", "s3:*", "[\"arn:aws:s3:::photos\",\"arn:aws:s3:::photos/*\"]");
    assertThat(s3.send("GET", "/absent", WEBSITE).status()).isEqualTo(404);
  }

  @Test
  void denialClosesTheWebsiteInTheLenientModeToo() {
    InProcessS3 s3 = website(LENIENT);
    setPolicy(s3, "Deny", "s3:GetObject", "\"arn:aws:s3:::photos/*\"");

    assertThat(s3.send("GET", "/", WEBSITE).status()).isEqualTo(403);
  }

  @Test
  void formWithoutPolicyIsOfEverybody() {
    InProcessS3 s3 = server(STRICT);
    Form form = Form.empty().field("key", "a.txt").file("a.txt", "a");
    assertThat(form.post(s3, "/photos").status()).isEqualTo(403);

    setPolicy(s3, "Allow", "s3:PutObject", "\"arn:aws:s3:::photos/*\"");
    assertThat(form.post(s3, "/photos").status()).isEqualTo(204);
  }

  @Test
  void formOfTheOwnerIsSubjectToThePolicyOfTheBucket() {
    InProcessS3 s3 = server(STRICT);
    Form form =
        Form.signed("photos", "[\"starts-with\",\"$key\",\"\"]")
            .field("key", "a.txt")
            .file("a.txt", "a");
    assertThat(form.post(s3, "/photos").status()).isEqualTo(204);

    setPolicy(s3, "Deny", "s3:PutObject", "\"arn:aws:s3:::photos/*\"");
    Answer answer = form.post(s3, "/photos");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("with an explicit deny in a resource-based policy");
  }

  /** The fields of a form stand for headers, and its tags for the header of tags. */
  @Test
  void fieldsOfFormsNeedTheirPermissionsAndMeetConditions() {
    InProcessS3 s3 = server(STRICT);
    Form plain = Form.empty().field("key", "a.txt").file("a.txt", "a");
    Form tagged =
        Form.empty()
            .field("key", "a.txt")
            .field(
                "tagging",
                "<Tagging><TagSet><Tag><Key>team</Key><Value>red</Value></Tag></TagSet></Tagging>")
            .file("a.txt", "a");
    setPolicy(s3, "Allow", "s3:PutObject", "\"arn:aws:s3:::photos/*\"");
    assertThat(plain.post(s3, "/photos").status()).isEqualTo(204);
    assertThat(tagged.post(s3, "/photos").status()).isEqualTo(403);

    setPolicy(s3, "Allow", "s3:Put*", "\"arn:aws:s3:::photos/*\"");
    assertThat(tagged.post(s3, "/photos").status()).isEqualTo(204);

    setPolicy(
        s3,
        "Allow",
        "s3:Put*",
        "\"arn:aws:s3:::photos/*\",\"Condition\":{\"StringEquals\":"
            + "{\"s3:RequestObjectTag/team\":\"blue\"}}");
    assertThat(tagged.post(s3, "/photos").status()).isEqualTo(403);
  }

  /** S3 lets nobody begin an upload in parts, whatever a policy allows everybody. */
  @Test
  void nobodyInitiatesMultipartUploads() {
    InProcessS3 s3 = server(STRICT);
    setPolicy(s3, "Allow", "s3:PutObject", "\"arn:aws:s3:::photos/*\"");

    Answer answer = s3.send("POST", "/photos/large?uploads");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AccessDenied</Code><Message>Anonymous users cannot initiate multipart"
                + " uploads.  Please authenticate.</Message></Error>");
    assertThat(server(LENIENT).send("POST", "/photos/large?uploads").status()).isEqualTo(200);
  }

  @Test
  void presignedUrlHasThePermissionsOfItsSigner() {
    InProcessS3 s3 = server(STRICT);
    s3.registry().add(Credential.permanent("AKIAALICE", "alice-secret", ALICE));
    s3.registry()
        .setPolicies(
            ALICE,
            List.of(
                PolicyReader.userPolicy(
                    PolicyTexts.of(
                        PolicyTexts.allow("s3:GetObject", "arn:aws:s3:::photos/index.html")))));

    assertThat(presigned(s3, "/photos/index.html").text()).isEqualTo("index");
    assertThat(presigned(s3, "/photos/other.html").text())
        .contains("User: arn:aws:iam::123456789012:user/alice is not authorized to perform:");

    setPolicy(
        s3,
        "Deny",
        "s3:GetObject",
        "\"arn:aws:s3:::photos/*\",\"Condition\":{\"StringEquals\":"
            + "{\"s3:authType\":\"REST-QUERY-STRING\"}}");
    assertThat(presigned(s3, "/photos/index.html").status()).isEqualTo(403);
    assertThat(s3.sendSigned("GET", "/photos/index.html").status()).isEqualTo(200);
  }

  private static Answer presigned(InProcessS3 s3, String path) {
    Signer signer = new Signer();
    signer.accessKey = "AKIAALICE";
    signer.secret = "alice-secret";
    signer.time = "20260203T164500Z";
    signer.date = "20260203";
    return s3.send(signer.inQuery("GET", path, "", 900, "Host", "127.0.0.1:9000"), new byte[0]);
  }

  private static InProcessS3 website(AuthenticationMode mode) {
    InProcessS3 s3 = server(mode);
    byte[] configuration =
        ("<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>"
                + "</WebsiteConfiguration>")
            .getBytes(UTF_8);
    Answer answer =
        s3.sendSigned(
            new Signer(),
            "PUT",
            "/photos?website",
            configuration,
            "Content-MD5",
            InProcessS3.md5(configuration));
    assertThat(answer.status()).isEqualTo(200);
    return s3;
  }

  private static InProcessS3 server(AuthenticationMode mode) {
    InProcessS3 s3 = new InProcessS3(mode);
    s3.sendSigned("PUT", "/photos");
    s3.sendSigned("DELETE", "/photos?publicAccessBlock");
    s3.sendSigned(new Signer(), "PUT", "/photos/index.html", "index".getBytes(UTF_8));
    return s3;
  }

  private static void setPolicy(InProcessS3 s3, String effect, String action, String resources) {
    String text = PolicyTexts.of(PolicyTexts.statement(effect, "\"*\"", action, resources));
    s3.engine()
        .changeBucket(
            "photos",
            bucket ->
                new Change<>(
                    bucket.with(
                        bucket
                            .settings()
                            .with(PolicyReader.bucketPolicy(text, "arn:aws:s3:::photos"))),
                    true));
  }
}
