package dev.s3emulator.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.S3Exception;
import org.junit.jupiter.api.Test;

class HoistedHeadersTest {

  private static final String V4 =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=c&X-Amz-Date=d&X-Amz-Expires=1"
          + "&X-Amz-SignedHeaders=host&X-Amz-Signature=s&X-Amz-Security-Token=t";

  private static RequestHead restore(String query, String... headers) {
    RequestHead head =
        new RequestHead("PUT", "/b/k", query, Headers.of(headers), false, "127.0.0.1");
    return HoistedHeaders.restore(head, QueryParameters.parse(query));
  }

  @Test
  void parametersOfAPresignedUrlStandAsHeaders() {
    RequestHead head =
        restore(V4 + "&x-amz-acl=private&X-Amz-Meta-Name=a%20b", "Host", "localhost");
    assertThat(head.headers().toString())
        .isEqualTo("Host: localhost\nx-amz-acl: private\nx-amz-meta-name: a b\n");
  }

  @Test
  void payloadHashIsAHeaderToo() {
    assertThat(restore(V4 + "&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD").headers().toString())
        .isEqualTo("x-amz-content-sha256: UNSIGNED-PAYLOAD\n");
  }

  @Test
  void contentTypeIsOneInVersion2Only() {
    assertThat(restore(V4 + "&content-type=a").headers().size()).isZero();
    assertThat(restore("Signature=s&content-type=a&content-md5=b").headers().toString())
        .isEqualTo("content-type: a\ncontent-md5: b\n");
  }

  @Test
  void unsignedUrlKeepsItsParameters() {
    assertThat(restore("x-amz-acl=private").headers().size()).isZero();
  }

  @Test
  void sameValueInBothPlacesStandsOnce() {
    assertThat(restore(V4 + "&x-amz-acl=private", "x-amz-acl", "private").headers().size())
        .isEqualTo(1);
  }

  @Test
  void contradictionIsRefused() {
    S3Exception refusal =
        catchThrowableOfType(
            S3Exception.class,
            () -> restore(V4 + "&x-amz-acl=private", "X-Amz-Acl", "public-read"));
    assertThat(refusal.error().code()).isEqualTo("InvalidRequest");
  }
}
