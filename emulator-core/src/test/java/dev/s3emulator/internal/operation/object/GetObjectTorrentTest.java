package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;

/** GetObjectTorrent, which S3 has retired. */
class GetObjectTorrentTest {

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void theMethodIsNotAllowed() {
    s3.send("PUT", "/photos");

    Answer answer = s3.send("GET", "/photos/cat.txt?torrent");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed"
                + " against this resource.</Message><Method>GET</Method>"
                + "<ResourceType>TORRENT</ResourceType></Error>");
  }

  @Test
  void elsewhereItIsTheRegionThatDoesNotHaveThem() {
    s3.sendDocument(
        "PUT",
        "/irish",
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
            + "</CreateBucketConfiguration>");

    Answer answer = s3.send("GET", "/irish/cat.txt?torrent");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text()).contains("<Code>RequestTorrentNotSupportedInRegion</Code>");
  }

  @Test
  void theBucketMustExist() {
    assertThat(s3.send("GET", "/missing/cat.txt?torrent").status()).isEqualTo(404);
  }
}
