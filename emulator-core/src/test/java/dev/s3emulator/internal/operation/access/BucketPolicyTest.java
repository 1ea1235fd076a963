package dev.s3emulator.internal.operation.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.journal.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PutBucketPolicy, GetBucketPolicy, GetBucketPolicyStatus, DeleteBucketPolicy. */
class BucketPolicyTest {

  private static final String NO_DELETES =
      """
      { "Version": "2012-10-17",
        "Statement": [
          {"Sid": "NoDeletes ü", "Effect": "Deny", "Principal": "*",
           "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
           "Resource": "arn:aws:s3:::photos/*"}
        ]
      }
      """;
  private static final String PUBLIC =
      "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
          + "\"Resource\":\"arn:aws:s3:::photos/*\"}]}";
  private static final String MISSING =
      "<Error><Code>NoSuchBucketPolicy</Code><Message>The bucket policy does not exist</Message>"
          + "<BucketName>photos</BucketName></Error>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/photos");
  }

  @Test
  void returnsThePolicyCharacterByCharacter() {
    Answer put = put(NO_DELETES);
    Answer get = s3.send("GET", "/photos?policy");

    assertThat(put.status()).isEqualTo(204);
    assertThat(put.text()).isEmpty();
    assertThat(get.status()).isEqualTo(200);
    assertThat(get.header("Content-Type")).isEqualTo("application/json");
    assertThat(get.text()).isEqualTo(NO_DELETES);
  }

  @Test
  void replacesThePolicy() {
    put(NO_DELETES);
    String other = NO_DELETES.replace("NoDeletes", "Other");
    put(other);

    assertThat(s3.send("GET", "/photos?policy").text()).isEqualTo(other);
  }

  @Test
  void newBucketsHaveNone() {
    assertThat(s3.send("GET", "/photos?policy"))
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(404);
              assertThat(answer.xml()).isEqualTo(MISSING);
            });
    assertThat(s3.send("GET", "/photos?policyStatus"))
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(404);
              assertThat(answer.xml()).isEqualTo(MISSING);
            });
  }

  @Test
  void deletesThePolicyAlsoTwice() {
    put(NO_DELETES);

    assertThat(s3.send("DELETE", "/photos?policy").status()).isEqualTo(204);
    assertThat(s3.send("DELETE", "/photos?policy").status()).isEqualTo(204);
    assertThat(s3.send("GET", "/photos?policy").xml()).isEqualTo(MISSING);
    assertThat(s3.send("HEAD", "/photos").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"GET, policy", "PUT, policy", "DELETE, policy", "GET, policyStatus"})
  void bucketMustExist(String method, String query) {
    Answer answer = s3.send(method, "/absent?" + query);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>"
                + "<BucketName>absent</BucketName></Error>");
  }

  @Test
  void statusTellsWhetherThePolicyIsPublic() {
    put(NO_DELETES);
    assertThat(s3.send("GET", "/photos?policyStatus").xml())
        .isEqualTo(
            "<PolicyStatus xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<IsPublic>false</IsPublic></PolicyStatus>");

    s3.send("DELETE", "/photos?publicAccessBlock");
    put(PUBLIC);
    assertThat(s3.send("GET", "/photos?policyStatus").xml())
        .isEqualTo(
            "<PolicyStatus xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<IsPublic>true</IsPublic></PolicyStatus>");
  }

  @Test
  void publicPoliciesAreRefusedWhileTheyAreBlocked() {
    byte[] body = PUBLIC.getBytes(StandardCharsets.UTF_8);
    Answer answer = s3.sendSigned(new Signer(), "PUT", "/photos?policy", body);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:root is not"
                + " authorized to perform: s3:PutBucketPolicy on resource:"
                + " &quot;arn:aws:s3:::photos&quot; because public policies are blocked by the"
                + " BlockPublicPolicy block public access setting.</Message></Error>");
    assertThat(last().reason())
        .contains(
            "The public access block of the bucket photos has BlockPublicPolicy, and statement 1 of"
                + " the policy is public: it allows something to everybody.");
    assertThat(s3.send("GET", "/photos?policy").status()).isEqualTo(404);
  }

  @Test
  void otherFlagsOfTheBlockDoNotRefusePublicPolicies() {
    s3.sendDocument(
        "PUT",
        "/photos?publicAccessBlock",
        "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
            + "<RestrictPublicBuckets>true</RestrictPublicBuckets>"
            + "</PublicAccessBlockConfiguration>");

    assertThat(put(PUBLIC).status()).isEqualTo(204);
  }

  @Test
  void whatIsNoPolicyIsRefusedAndChangesNothing() {
    put(NO_DELETES);

    Answer answer = put("[]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MalformedPolicy</Code><Message>Policies must be valid JSON and the first"
                + " byte must be '{'</Message></Error>");
    assertThat(put("{}").xml())
        .isEqualTo(
            "<Error><Code>MalformedPolicy</Code><Message>Missing required field Statement</Message>"
                + "</Error>");
    assertThat(s3.send("PUT", "/photos?policy").xml()).contains("<Code>MalformedPolicy</Code>");
    assertThat(s3.send("GET", "/photos?policy").text()).isEqualTo(NO_DELETES);
  }

  @Test
  void wrongPrincipalsAreNamed() {
    assertThat(put(NO_DELETES.replace("\"*\"", "{\"AWS\": \"nobody\"}")).xml())
        .isEqualTo(
            "<Error><Code>MalformedPolicy</Code><Message>Invalid principal in policy</Message>"
                + "<Detail>{&quot;AWS&quot;:&quot;nobody&quot;}</Detail></Error>");
  }

  @Test
  void policiesOfOtherBucketsAreRefused() {
    s3.send("PUT", "/other");

    assertThat(s3.sendDocument("PUT", "/other?policy", NO_DELETES).xml())
        .isEqualTo(
            "<Error><Code>MalformedPolicy</Code><Message>Policy has invalid resource</Message>"
                + "</Error>");
  }

  @Test
  void checksumsAreComparedButNeedNotBeThere() {
    assertThat(s3.send("PUT", "/photos?policy", Headers.EMPTY, NO_DELETES).status()).isEqualTo(204);
    assertThat(
            s3.send(
                    "PUT",
                    "/photos?policy",
                    Headers.of("Content-MD5", InProcessS3.md5(new byte[1])),
                    NO_DELETES)
                .xml())
        .contains("<Code>BadDigest</Code>");
    assertThat(
            s3.send(
                    "PUT",
                    "/photos?policy",
                    Headers.of("x-amz-checksum-crc32", "AAAAAA=="),
                    NO_DELETES)
                .xml())
        .contains("<Code>BadDigest</Code>");
  }

  @Test
  void confirmationThatOneLocksOneselfOutIsTaken() {
    Headers headers = Headers.of("x-amz-confirm-remove-self-bucket-access", "true");

    assertThat(s3.sendDocument("PUT", "/photos?policy", headers, NO_DELETES).status())
        .isEqualTo(204);
  }

  @Test
  void expectedOwnerIsCompared() {
    Headers headers = Headers.of("x-amz-expected-bucket-owner", "999999999999");

    assertThat(s3.sendDocument("PUT", "/photos?policy", headers, NO_DELETES).status())
        .isEqualTo(403);
    assertThat(s3.send("GET", "/photos?policy", headers).status()).isEqualTo(403);
    assertThat(s3.send("GET", "/photos?policyStatus", headers).status()).isEqualTo(403);
    assertThat(s3.send("DELETE", "/photos?policy", headers).status()).isEqualTo(403);
  }

  @Test
  void namesTheRoutesByTheirActions() {
    assertThat(
            List.of(
                PutBucketPolicy.ROUTE.action(),
                GetBucketPolicy.ROUTE.action(),
                GetBucketPolicyStatus.ROUTE.action(),
                DeleteBucketPolicy.ROUTE.action()))
        .containsExactly(
            "s3:PutBucketPolicy",
            "s3:GetBucketPolicy",
            "s3:GetBucketPolicyStatus",
            "s3:DeleteBucketPolicy");
  }

  private Answer put(String policy) {
    return s3.sendDocument("PUT", "/photos?policy", policy);
  }

  private RecordedRequest last() {
    List<RecordedRequest> requests = s3.journal().requests();
    return requests.get(requests.size() - 1);
  }
}
