package dev.s3emulator.internal.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blobs made of others: the parts of an object, and a range of one (contract of {@link BlobRef}).
 */
class PartedBlobTest {

  private static final String TEXT = "one-two-three-";

  private final PartedBlob blob = parted("one-", "two-", "three-", "");

  @Test
  void sizeIsTheSumOfTheParts() {
    assertThat(blob.size()).isEqualTo(TEXT.length());
    assertThat(blob.start(2)).isEqualTo(8);
  }

  @Test
  void everyRangeIsReadAcrossTheParts() throws IOException {
    for (int first = 0; first < TEXT.length(); first++) {
      for (int end = first; end <= TEXT.length(); end++) {
        assertThat(read(blob, first, end - first)).isEqualTo(TEXT.substring(first, end));
        assertThat(buffered(blob, first, end - first)).isEqualTo(TEXT.substring(first, end));
      }
    }
  }

  @Test
  void everyRangeOfASliceIsReadToo() throws IOException {
    BlobSlice slice = new BlobSlice(blob, 2, 9);
    String text = TEXT.substring(2, 11);
    for (int first = 0; first < text.length(); first++) {
      for (int end = first; end <= text.length(); end++) {
        assertThat(read(slice, first, end - first)).isEqualTo(text.substring(first, end));
        assertThat(buffered(slice, first, end - first)).isEqualTo(text.substring(first, end));
      }
    }
  }

  @Test
  void readStopsAtTheEnd() throws IOException {
    ByteBuffer target = ByteBuffer.allocate(100);

    assertThat(blob.read(10, target)).isEqualTo(4);
    assertThat(blob.read(14, target)).isEqualTo(-1);
    assertThat(blob.read(99, target)).isEqualTo(-1);
    assertThat(new BlobSlice(blob, 2, 3).read(1, target.clear())).isEqualTo(2);
    assertThat(target.limit()).isEqualTo(100);
    assertThat(new BlobSlice(blob, 2, 3).read(3, target)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void partsThatGiveFewBytesAtATimeAreReadOn(int atATime) throws IOException {
    PartedBlob slow = new PartedBlob(List.of(slow(1, "one-", atATime), slow(2, "two", atATime)));

    assertThat(read(slow, 1, 5)).isEqualTo("ne-tw");
  }

  @Test
  void partsThatAreNotAllInMemoryAreRead() {
    PartedBlob mixed = new PartedBlob(List.of(part(1, "one-"), slow(2, "two", 1)));

    assertThat(mixed.inMemory(0, 4)).isPresent();
    assertThat(mixed.inMemory(0, 5)).isEmpty();
  }

  @Test
  void emptyPartMakesAnEmptyBlob() throws IOException {
    PartedBlob empty = parted("");

    assertThat(empty.size()).isZero();
    assertThat(empty.read(0, ByteBuffer.allocate(1))).isEqualTo(-1);
    assertThat(empty.inMemory(0, 0)).contains(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, 1",
    "4, 4, 2",
    "8, 6, 3",
    "0, 3, 0",
    "0, 8, 0",
    "1, 3, 0",
    "14, 0, 0",
    "20, 1, 0"
  })
  void rangeThatIsAPartIsFound(long position, long length, int number) {
    assertThat(blob.partAt(position, length).map(Part::number).orElse(0)).isEqualTo(number);
  }

  @Test
  void thereIsAtLeastOnePart() {
    assertThatThrownBy(() -> new PartedBlob(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 15", "14, 1", "-1, 3", "2, -1"})
  void sliceLiesWithinItsBlob(long start, long size) {
    assertThatThrownBy(() -> new BlobSlice(blob, start, size))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static PartedBlob parted(String... texts) {
    List<Part> parts = new ArrayList<>();
    for (String text : texts) {
      parts.add(part(parts.size() + 1, text));
    }
    return new PartedBlob(parts);
  }

  private static Part part(int number, String text) {
    try (BlobWriter writer = BlobStores.inMemory().newWriter(text.length())) {
      writer.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
      return part(number, writer.commit());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Part slow(int number, String text, int atATime) {
    BlobRef whole = part(number, text).content().blob();
    return part(
        number,
        new BlobRef() {
          @Override
          public long size() {
            return whole.size();
          }

          @Override
          public int read(long position, ByteBuffer target) throws IOException {
            int limit = target.limit();
            target.limit(Math.min(limit, target.position() + atATime));
            int count = whole.read(position, target);
            target.limit(limit);
            return count;
          }
        });
  }

  private static Part part(int number, BlobRef blob) {
    return new Part(
        number,
        Instant.EPOCH,
        ObjectContent.of(
            blob, ETag.ofMd5(new byte[16]), Checksum.of(ChecksumAlgorithm.CRC64NVME, new byte[8])));
  }

  private static String read(BlobRef blob, long position, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    int count = blob.read(position, target);
    assertThat(count).isEqualTo(position == blob.size() ? -1 : length);
    return new String(target.array(), US_ASCII);
  }

  private static String buffered(BlobRef blob, long position, long length) {
    Optional<List<ByteBuffer>> buffers = blob.inMemory(position, length);
    StringBuilder text = new StringBuilder();
    buffers.orElseThrow().forEach(buffer -> text.append(US_ASCII.decode(buffer)));
    return text.toString();
  }
}
