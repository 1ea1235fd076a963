package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.BlobSlice;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.PartedBlob;
import dev.s3emulator.store.BlobRef;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bytes of a content are: the number and the size of a blob as {@code [17,1024]}, the
 * parts of an object as {@code {"parts":[…]}}, or a range as {@code {"of":…,"start":0,"size":5}}.
 */
final class BlobCodec implements Codec<BlobRef> {

  private final BlobTable blobs;
  private final Codecs codecs;

  BlobCodec(BlobTable blobs, Codecs codecs) {
    this.blobs = blobs;
    this.codecs = codecs;
  }

  @Override
  public void write(BlobRef blob, JsonText out) {
    if (blob instanceof PartedBlob parted) {
      out.beginObject().name("parts").beginArray();
      Codec<Part> parts = codecs.of(Part.class);
      parted.parts().forEach(part -> parts.write(part, out));
      out.endArray().endObject();
    } else if (blob instanceof BlobSlice slice) {
      write(slice.whole(), out.beginObject().name("of"));
      out.name("start").number(slice.start()).name("size").number(slice.size()).endObject();
    } else {
      out.beginArray().number(blobs.numberOf(blob)).number(blob.size()).endArray();
    }
  }

  @Override
  public BlobRef read(JsonValue json) {
    if (json instanceof JsonArray pair) {
      return blobs.find(longOf(pair.get(0)), longOf(pair.get(1)));
    }
    JsonObject object = json.asJsonObject();
    JsonValue whole = object.get("of");
    if (whole != null) {
      return new BlobSlice(
          read(whole),
          object.getJsonNumber("start").longValueExact(),
          object.getJsonNumber("size").longValueExact());
    }
    List<Part> parts = new ArrayList<>();
    Codec<Part> codec = codecs.of(Part.class);
    object.getJsonArray("parts").forEach(part -> parts.add(codec.read(part)));
    return new PartedBlob(parts);
  }

  private static long longOf(JsonValue json) {
    return ((JsonNumber) json).longValueExact();
  }
}
