package dev.s3emulator.internal.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.store.BlobRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class UndigestedContentTest {

  private final Bytes blob = new Bytes("miau");
  private final UndigestedContent content = new UndigestedContent(blob, ChecksumAlgorithm.CRC32);

  @Test
  void isReadWhenSomebodyAsksAndOnce() {
    assertThat(content.blob().size()).isEqualTo(4);
    assertThat(content.parts()).isEmpty();
    assertThat(blob.reads).isZero();

    assertThat(content.eTag()).hasToString("50941bf460efcb1356249a2e5018f8c8");
    assertThat(content.checksum().algorithm()).isEqualTo(ChecksumAlgorithm.CRC32);
    assertThat(content.eTag()).isEqualTo(content.eTag());
    assertThat(blob.reads).isEqualTo(1);
  }

  @Test
  void hasTheDigestsThatItWouldHaveIfItWereDigested() throws Exception {
    assertThat(DigestedContent.of(content))
        .isEqualTo(BlobDigests.of(blob, ChecksumAlgorithm.CRC32));
  }

  @Test
  void isEncryptedWithoutBeingRead() throws Exception {
    Encryption own = Encryption.ofCustomer("Zm9vYmFyMTIzNDU2Nzg5MA==");
    ObjectContent hidden = content.encrypted(own, "salt");
    assertThat(content.encrypted(Encryption.SSE_S3, "salt")).isSameAs(content);
    assertThat(blob.reads).isZero();

    assertThat(hidden.eTag())
        .isEqualTo(BlobDigests.of(blob, ChecksumAlgorithm.CRC32).encrypted(own, "salt").eTag())
        .isNotEqualTo(content.eTag());
    assertThat(hidden.checksum()).isEqualTo(content.checksum());
  }

  @Test
  void afterAFailureItIsReadAgain() {
    blob.fails = true;
    assertThatThrownBy(content::eTag)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Input/output error");
    blob.fails = false;
    assertThat(content.eTag()).isNotNull();
  }

  /** Counts. */
  private static final class Bytes implements BlobRef {
    private final byte[] bytes;
    private int reads;
    private boolean fails;

    Bytes(String text) {
      bytes = text.getBytes(US_ASCII);
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      if (fails) {
        throw new IOException("Input/output error");
      }
      reads++;
      target.put(bytes, (int) position, bytes.length - (int) position);
      return bytes.length - (int) position;
    }
  }
}
