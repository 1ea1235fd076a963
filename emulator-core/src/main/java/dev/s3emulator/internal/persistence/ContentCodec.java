package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.DigestedContent;
import dev.s3emulator.internal.domain.ObjectContent;
import jakarta.json.JsonValue;

/** A content with its digests, which are computed for it if nobody has asked for them before. */
final class ContentCodec implements Codec<ObjectContent> {

  private final Codec<DigestedContent> digested;

  ContentCodec(Codec<DigestedContent> digested) {
    this.digested = digested;
  }

  @Override
  public void write(ObjectContent content, JsonText out) {
    digested.write(DigestedContent.of(content), out);
  }

  @Override
  public ObjectContent read(JsonValue json) {
    return digested.read(json);
  }
}
