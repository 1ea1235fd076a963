package dev.s3emulator.internal.protocol.chunked;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes one body and records everything the decoder tells. */
final class Decoding implements ChunkListener {
  private final AwsChunkedDecoder decoder;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final List<String> events = new ArrayList<>();
  private int dataBefore;

  Decoding(PayloadForm form, String announced, long decodedLength) {
    this.decoder = new AwsChunkedDecoder(form, TrailerNames.parse(announced), decodedLength, this);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  Decoding feed(byte[] bytes) {
    return feed(ByteBuffer.wrap(bytes));
  }

  Decoding feed(String text) {
    return feed(bytes(text));
  }

  Decoding feed(ByteBuffer in) {
    decoder.decode(in, this::collect);
    return this;
  }

  Decoding feedByteByByte(byte[] bytes) {
    for (byte single : bytes) {
      feed(new byte[] {single});
    }
    return this;
  }

  Decoding finish() {
    decoder.finish();
    return this;
  }

  /** Feeds a body that must be refused, sooner or later. */
  ChunkedFramingException failure(String body) {
    return catchThrowableOfType(ChunkedFramingException.class, () -> feed(body).finish());
  }

  private void collect(ByteBuffer slice) {
    byte[] copy = new byte[slice.remaining()];
    slice.get(copy);
    data.writeBytes(copy);
  }

  String data() {
    return data.toString(StandardCharsets.ISO_8859_1);
  }

  List<String> events() {
    return events;
  }

  Map<String, String> trailers() {
    return decoder.trailers();
  }

  @Override
  public void chunkStarted(int index, long size, @Nullable String signature) {
    events.add(index + " starts: " + size + " " + signature);
    dataBefore = data.size();
  }

  @Override
  public void chunkEnded(int index) {
    events.add(index + " ends: " + (data.size() - dataBefore));
  }

  @Override
  public void trailersEnded(Map<String, String> trailers, @Nullable String signature) {
    events.add("trailers: " + trailers + " " + signature);
  }
}
