package dev.s3emulator.internal.persistence;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One of the records of a sealed interface: its object says in {@code type} which one. */
final class SealedCodec<T> implements Codec<T> {

  static final String TYPE = "type";

  private static final Set<String> TYPE_ONLY = Set.of(TYPE);

  private final Class<T> type;
  private final Map<String, RecordCodec<?>> byName = new LinkedHashMap<>();

  SealedCodec(Class<T> type, Codecs codecs) {
    this.type = type;
    add(type, codecs);
  }

  private void add(Class<?> sealed, Codecs codecs) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        add(permitted, codecs);
        continue;
      }
      RecordCodec<?> codec = codecs.ofRecord(permitted);
      boolean known = byName.put(permitted.getSimpleName(), codec) != null;
      if (known || codec.names().contains(TYPE)) {
        throw new IllegalStateException(permitted + " cannot be told by its name");
      }
    }
  }

  @Override
  public void write(T value, JsonText out) {
    String name = value.getClass().getSimpleName();
    out.beginObject().name(TYPE).string(name);
    writeComponents(require(name), value, out);
    out.endObject();
  }

  @SuppressWarnings("unchecked") // The codec was found by the name of the value's class.
  private static <R> void writeComponents(RecordCodec<R> codec, Object value, JsonText out) {
    codec.writeComponents((R) value, out);
  }

  @Override
  public T read(JsonValue json) {
    JsonObject object = json.asJsonObject();
    return type.cast(require(object.getString(TYPE)).read(object, TYPE_ONLY));
  }

  private RecordCodec<?> require(String name) {
    RecordCodec<?> codec = byName.get(name);
    if (codec == null) {
      throw new IllegalArgumentException("\"" + name + "\" is no " + type.getSimpleName());
    }
    return codec;
  }
}
