package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.chunked.ChunkListener;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signatures of the chunks and the trailers of one body as it passes; each continues
 * the one before, the first that of the head (protocol-notes 2). Used by one thread at a time.
 */
public final class ChunkSignatures implements ChunkListener {

  private static final String CHUNK = "AWS4-HMAC-SHA256-PAYLOAD";
  private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";

  private final SigningKey key;
  private final AmzDate time;
  private final CredentialScope scope;
  private final MessageDigest digest = Sha256.newDigest();

  private String previous;
  private @Nullable String current;

  /** Makes the verification of the body of a request whose own signature is right. */
  public ChunkSignatures(SignedRequest request, SigningKey key) {
    this.key = key;
    time = request.time();
    scope = request.scope();
    previous = request.signature();
  }

  @Override
  public void chunkStarted(int index, long size, @Nullable String signature) {
    digest.reset();
    current = signature;
  }

  @Override
  public void chunkData(ByteBuffer slice) {
    digest.update(slice);
  }

  /**
   * Compares the signature of the chunk.
   *
   * @throws S3Exception SignatureDoesNotMatch
   */
  @Override
  public void chunkEnded(int index) {
    String hash = HexFormat.of().formatHex(digest.digest());
    String stringToSign = beginning(CHUNK) + Sha256.OF_NOTHING + "\n" + hash;
    verify(
        stringToSign,
        current,
        "The signature of the request itself is right, but that of chunk "
            + index
            + " is not: its data or its signature changed on the way, or the client continued from"
            + " another signature than that of the "
            + (index == 1 ? "request." : "chunk before."));
  }

  /**
   * Compares the signature of the trailers.
   *
   * @throws S3Exception SignatureDoesNotMatch
   */
  @Override
  public void trailersEnded(Map<String, String> trailers, @Nullable String signature) {
    StringBuilder lines = new StringBuilder();
    trailers.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    String hash = Sha256.hex(lines.toString().getBytes(ISO_8859_1));
    verify(
        beginning(TRAILER) + hash,
        signature,
        "The signatures of the request and of all chunks are right, but x-amz-trailer-signature is"
            + " not: a trailer changed on the way, or was signed in another form than"
            + " \"name:value\" and a line feed.");
  }

  private String beginning(String algorithm) {
    return algorithm + "\n" + time.text() + "\n" + scope.text() + "\n" + previous + "\n";
  }

  private void verify(String stringToSign, @Nullable String signature, String reason) {
    String calculated = key.sign(stringToSign);
    if (!calculated.equals(signature)) {
      throw SignatureMismatch.of(
              scope.accessKeyId(), stringToSign, signature == null ? "" : signature)
          .because(reason);
    }
    previous = calculated;
  }
}
