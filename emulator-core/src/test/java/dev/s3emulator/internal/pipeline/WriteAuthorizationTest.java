package dev.s3emulator.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.PolicyTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What writes need beyond their own action, where only their body or their source says so. */
class WriteAuthorizationTest {

  private static final Caller ALICE = Caller.user(Owner.DEFAULT, "alice");
  private static final String TAGGED =
      "<CreateBucketConfiguration><Tags><Tag><Key>team</Key><Value>red</Value></Tag></Tags>"
          + "</CreateBucketConfiguration>";

  private final InProcessS3 s3 = new InProcessS3(AuthenticationMode.STRICT);

  @BeforeEach
  void place() {
    s3.registry().add(Credential.permanent("AKIAALICE", Signer.SECRET, ALICE));
    send(new Signer(), "PUT", "/source", "");
    send(new Signer(), "PUT", "/target", "");
    send(new Signer(), "PUT", "/source/plain", "abc");
    send(new Signer(), "PUT", "/source/tagged", "abc", "x-amz-tagging", "team=red");
  }

  /**
   * A copy takes the tags of its source along unless it gets its own.
   *
   * <p>{@code get}, {@code put}: GetObject on the source and PutObject on the copy, as all copies
   * need; {@code read}, {@code write}: GetObjectTagging and PutObjectTagging.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # source | directive | header   | allowed            | needs
          plain    | -         | -        | get put            | -
          plain    | COPY      | -        | get put            | -
          tagged   | -         | -        | get put            | s3:GetObjectTagging
          tagged   | COPY      | -        | get put            | s3:GetObjectTagging
          tagged   | -         | -        | get put write      | s3:GetObjectTagging
          tagged   | -         | -        | get put read       | s3:PutObjectTagging
          tagged   | COPY      | -        | get put read       | s3:PutObjectTagging
          tagged   | -         | -        | get put read write | -
          tagged   | REPLACE   | -        | get put            | -
          tagged   | REPLACE   | team=blue | get put           | s3:PutObjectTagging
          tagged   | REPLACE   | team=blue | get put write     | -
          plain    | REPLACE   | team=blue | get put           | s3:PutObjectTagging
          """)
  void copiesNeedPermissionsForTheTagsTheyTakeAlong(
      String source, String directive, String header, String allowed, String needs) {
    allow(
        Arrays.stream(allowed.split(" "))
            .map(WriteAuthorizationTest::copyPermission)
            .toArray(String[]::new));

    Answer copy =
        send(
            alice(),
            "PUT",
            "/target/copy",
            "",
            headers("x-amz-copy-source", "source/" + source, directive, header));

    if (needs.equals("-")) {
      assertThat(copy.status()).isEqualTo(200);
      assertThat(tagsOfCopy())
          .isEqualTo(
              !header.equals("-")
                  ? Map.of("team", "blue")
                  : source.equals("tagged") && !directive.equals("REPLACE")
                      ? Map.of("team", "red")
                      : Map.of());
    } else {
      assertThat(copy.status()).isEqualTo(403);
      assertThat(copy.text()).contains("is not authorized to perform: " + needs + " on resource");
      assertThat(s3.engine().state().requireBucket("target").isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "s3:CreateBucket, '', 200, ",
    "s3:CreateBucket, tagged, 403, s3:TagResource",
    "s3:TagResource, tagged, 403, s3:CreateBucket",
    "s3:CreateBucket s3:PutBucketTagging, tagged, 403, s3:TagResource",
    "s3:CreateBucket s3:TagResource, tagged, 200, "
  })
  void bucketWithTagsNeedsPermissionToTag(String allowed, String body, int status, String needs) {
    allow(
        Arrays.stream(allowed.split(" "))
            .map(action -> PolicyTexts.allow(action, "arn:aws:s3:::new"))
            .toArray(String[]::new));

    Answer created = send(alice(), "PUT", "/new", body.isEmpty() ? "" : TAGGED);

    assertThat(created.status()).isEqualTo(status);
    assertThat(s3.engine().state().bucket("new").isPresent()).isEqualTo(status == 200);
    if (needs != null) {
      assertThat(created.text())
          .contains(
              "is not authorized to perform: "
                  + needs
                  + " on resource: &quot;arn:aws:s3:::new&quot;");
    }
  }

  /** As many as a bucket may have, and more than an object may. */
  @Test
  void policiesSeeTheTagsOfNewBucket() {
    String condition = ",\"Condition\":{\"StringEquals\":{\"aws:RequestTag/team\":\"red\"}}}";
    String all = PolicyTexts.allow("s3:*", "*");
    allow(all.substring(0, all.length() - 1) + condition);
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      more.append("<Tag><Key>k").append(i).append("</Key><Value>v</Value></Tag>");
    }

    assertThat(send(alice(), "PUT", "/plain", "").status()).isEqualTo(403);
    assertThat(send(alice(), "PUT", "/blue", TAGGED.replace("red", "blue")).status())
        .isEqualTo(403);
    assertThat(send(alice(), "PUT", "/red", TAGGED.replace("</Tags>", more + "</Tags>")).status())
        .isEqualTo(200);
    BucketSettings settings = s3.engine().state().requireBucket("red").settings();
    assertThat(settings.tags().tags()).hasSize(21).containsEntry("team", "red");
  }

  @Test
  void rootNeedsNoPermission() {
    assertThat(send(new Signer(), "PUT", "/new", TAGGED).status()).isEqualTo(200);
  }

  private static String copyPermission(String name) {
    return switch (name) {
      case "get" -> PolicyTexts.allow("s3:GetObject", "arn:aws:s3:::source/*");
      case "put" -> PolicyTexts.allow("s3:PutObject", "arn:aws:s3:::target/*");
      case "read" -> PolicyTexts.allow("s3:GetObjectTagging", "arn:aws:s3:::source/*");
      case "write" -> PolicyTexts.allow("s3:PutObjectTagging", "arn:aws:s3:::target/*");
      default -> throw new AssertionError(name);
    };
  }

  private static String[] headers(String name, String value, String directive, String tags) {
    List<String> headers = new ArrayList<>(List.of(name, value));
    if (!directive.equals("-")) {
      headers.addAll(List.of("x-amz-tagging-directive", directive));
    }
    if (!tags.equals("-")) {
      headers.addAll(List.of("x-amz-tagging", tags));
    }
    return headers.toArray(String[]::new);
  }

  private Map<String, String> tagsOfCopy() {
    return ((ObjectVersion)
            s3.engine().state().requireBucket("target").current(ObjectKey.of("copy")).orElseThrow())
        .tags()
        .tags();
  }

  private void allow(String... statements) {
    s3.registry().setPolicies(ALICE, List.of(PolicyReader.userPolicy(PolicyTexts.of(statements))));
  }

  private Answer send(Signer signer, String method, String url, String body, String... headers) {
    return s3.sendSigned(signer, method, url, body.getBytes(UTF_8), headers);
  }

  private static Signer alice() {
    Signer alice = new Signer();
    alice.accessKey = "AKIAALICE";
    return alice;
  }
}
