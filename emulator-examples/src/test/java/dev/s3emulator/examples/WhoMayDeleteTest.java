package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.Explanation;
import dev.s3emulator.S3Call;
import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.User;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A user with a policy, and what the server explains about it. */
class WhoMayDeleteTest {

  @Test
  void policyOfTheUserDecides() {
    User app =
        User.named("app")
            .accountId("111122223333")
            .iamUser()
            .policies(
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*"},
                  {"Effect": "Allow", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::photos/tmp/*"}]}
                """);
    try (S3EmulatorServer server =
            S3EmulatorServer.builder()
                .user(User.named("owner").accountId("111122223333"))
                .user(app)
                .bucket("photos")
                .start();
        S3Client s3 = S3Clients.s3Client(server, app.accessKey())) {
      s3.deleteObject(delete -> delete.bucket("photos").key("tmp/cat.jpg"));

      assertThatThrownBy(() -> s3.deleteObject(delete -> delete.bucket("photos").key("cat.jpg")))
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining(
              "because no identity-based policy allows the s3:DeleteObject action");
    }
  }

  @Test
  void serverExplains() {
    User app = User.named("app").accountId("111122223333").iamUser().withoutPolicies();
    try (S3EmulatorServer server =
        S3EmulatorServer.builder()
            .user(User.named("owner").accountId("111122223333"))
            .user(app)
            .bucket("photos")
            .start()) {
      Explanation delete = server.mayDelete(app, "photos", "cat.jpg");
      assertThat(delete.isAllowed()).isFalse();
      assertThat(delete.reason()).startsWith("No policy is attached to the user app.");

      S3Call upload = S3Call.by(app, "PUT", "/photos/cat.jpg").body("miau");
      assertThat(server.explain(upload).errorCode()).hasValue("AccessDenied");
    }
  }
}
