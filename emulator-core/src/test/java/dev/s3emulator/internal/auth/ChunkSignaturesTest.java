package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.shown;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.chunked.AwsChunkedDecoder;
import dev.s3emulator.internal.protocol.chunked.PayloadForm;
import dev.s3emulator.internal.protocol.chunked.TrailerNames;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed chunks and trailers, through the decoder that feeds their verification. */
class ChunkSignaturesTest {

  private static final byte[] FIRST = new byte[8192];
  private static final byte[] SECOND = "the rest".getBytes(ISO_8859_1);
  private static final String TRAILER = "x-amz-checksum-crc32:AAAAAA==";

  private final Authenticating s3 = new Authenticating();
  private final Signer signer = new Signer();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private String previous = "";

  @BeforeEach
  void fill() {
    Arrays.fill(FIRST, (byte) 'x');
  }

  private Authentication head(PayloadForm form) {
    RequestHead head =
        signer.inHeader(
            "PUT",
            "/bucket/key",
            "",
            "Host",
            "127.0.0.1:9000",
            "x-amz-content-sha256",
            form.literal(),
            "x-amz-decoded-content-length",
            "8200");
    previous = head.headers().first("Authorization").replaceFirst(".*Signature=", "");
    return s3.authenticate(head);
  }

  private void chunk(byte[] data) {
    previous = signer.chunk(previous, data);
    write(Integer.toHexString(data.length) + ";chunk-signature=" + previous + "\r\n");
    body.writeBytes(data);
    if (data.length > 0) {
      write("\r\n");
    }
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(ISO_8859_1));
  }

  private String decode(Authentication proved, PayloadForm form, byte[] sent, int piece) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    AwsChunkedDecoder decoder =
        new AwsChunkedDecoder(
            form,
            form.hasTrailer() ? TrailerNames.parse("x-amz-checksum-crc32") : TrailerNames.NONE,
            8200,
            proved.chunks().orElseThrow());
    for (int at = 0; at < sent.length; at += piece) {
      decoder.decode(
          ByteBuffer.wrap(sent, at, Math.min(piece, sent.length - at)),
          slice -> {
            while (slice.hasRemaining()) {
              decoded.write(slice.get());
            }
          });
    }
    decoder.finish();
    return decoded.toString(ISO_8859_1);
  }

  private byte[] signedBody() {
    chunk(FIRST);
    chunk(SECOND);
    chunk(new byte[0]);
    write("\r\n");
    return body.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096, 100_000})
  void signedChunksAreAcceptedInPiecesOfAnySize(int piece) {
    Authentication proved = head(PayloadForm.SIGNED);
    assertThat(decode(proved, PayloadForm.SIGNED, signedBody(), piece))
        .isEqualTo("x".repeat(8192) + "the rest");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void signedTrailerIsAccepted(int piece) {
    Authentication proved = head(PayloadForm.SIGNED_TRAILER);
    decode(proved, PayloadForm.SIGNED_TRAILER, bodyWithTrailer(TRAILER), piece);
  }

  private byte[] bodyWithTrailer(String sent) {
    chunk(FIRST);
    chunk(SECOND);
    chunk(new byte[0]);
    write(sent + "\r\n");
    write("x-amz-trailer-signature:" + signer.trailer(previous, TRAILER + "\n") + "\r\n\r\n");
    return body.toByteArray();
  }

  private S3Exception refusal(Authentication proved, PayloadForm form, byte[] sent) {
    return catchThrowableOfType(S3Exception.class, () -> decode(proved, form, sent, 1000));
  }

  @Test
  void changedDataIsRefusedAtTheEndOfItsChunk() {
    Authentication proved = head(PayloadForm.SIGNED);
    String seed = previous;
    byte[] sent = signedBody();
    sent[200] = 'y';
    byte[] changed = FIRST.clone();
    changed[200 - (4 + 17 + 64 + 2)] = 'y';
    S3Exception refusal = refusal(proved, PayloadForm.SIGNED, sent);
    String stringToSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256-PAYLOAD",
            "20130524T000000Z",
            "20130524/us-east-1/s3/aws4_request",
            seed,
            Signer.EMPTY,
            Signer.sha256(changed));
    assertThat(shown(refusal))
        .startsWith(
            "403 SignatureDoesNotMatch\nThe request signature we calculated does not match the"
                + " signature you provided. Check your key and signing method."
                + "\nAWSAccessKeyId=AKIAIOSFODNN7EXAMPLE\nStringToSign="
                + stringToSign
                + "\nSignatureProvided="
                + signer.chunk(seed, FIRST)
                + "\nStringToSignBytes=41 57 53");
    assertThat(refusal.reason().orElseThrow())
        .startsWith("The signature of the request itself is right, but that of chunk 1 is not");
  }

  @Test
  void swappedChunkIsRefused() {
    Authentication proved = head(PayloadForm.SIGNED);
    chunk(FIRST);
    previous = "0".repeat(64);
    chunk(SECOND);
    S3Exception refusal = refusal(proved, PayloadForm.SIGNED, body.toByteArray());
    assertThat(refusal.error().code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(refusal.reason().orElseThrow()).contains("chunk 2");
  }

  @Test
  void finalChunkIsVerifiedToo() {
    Authentication proved = head(PayloadForm.SIGNED);
    chunk(FIRST);
    chunk(SECOND);
    write("0;chunk-signature=" + "0".repeat(64) + "\r\n\r\n");
    assertThat(refusal(proved, PayloadForm.SIGNED, body.toByteArray()).reason().orElseThrow())
        .contains("chunk 3");
  }

  @Test
  void changedTrailerIsRefused() {
    Authentication proved = head(PayloadForm.SIGNED_TRAILER);
    byte[] sent = bodyWithTrailer(TRAILER.replace("AAAAAA", "BAAAAA"));
    S3Exception refusal = refusal(proved, PayloadForm.SIGNED_TRAILER, sent);
    assertThat(shown(refusal)).contains("StringToSign=AWS4-HMAC-SHA256-TRAILER\n");
    assertThat(refusal.reason().orElseThrow()).contains("x-amz-trailer-signature is not");
  }

  @Test
  void everyBitOfTheBodyCounts() {
    head(PayloadForm.SIGNED);
    byte[] sent = signedBody();
    // The data of the first chunk is uniform: its ends and everything behind it will do.
    for (int i = 0; i < sent.length; i = i == 300 ? 8200 : i + 1) {
      byte[] changed = sent.clone();
      changed[i] ^= 1;
      Throwable refusal =
          catchThrowableOfType(
              RuntimeException.class,
              () -> decode(head(PayloadForm.SIGNED), PayloadForm.SIGNED, changed, 100_000));
      // The first byte is a digit whose change makes another size; a framing error will do.
      assertThat(refusal).as("byte " + i).isNotNull();
    }
  }
}
