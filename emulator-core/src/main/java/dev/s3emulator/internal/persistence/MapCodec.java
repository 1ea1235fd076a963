package dev.s3emulator.internal.persistence;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * A map: an object if its keys are strings or constants, otherwise an array of pairs. The order is
 * that of the map; where it has none, that of the keys.
 */
final class MapCodec implements Codec<Map<Object, Object>> {

  private final Class<?> kind;
  private final Codec<Object> keys;
  private final Codec<Object> values;
  private final boolean named;

  MapCodec(Class<?> kind, Type keyType, Codecs codecs, Codec<Object> values) {
    this.kind = kind;
    this.values = values;
    keys = codecs.ofAnything(keyType);
    named = keyType == String.class || (keyType instanceof Class<?> type && type.isEnum());
    leftOut();
  }

  @Override
  public void write(Map<Object, Object> map, JsonText out) {
    if (named) {
      out.beginObject();
      inOrder(map).forEach(entry -> values.write(entry.getValue(), out.name(nameOf(entry))));
      out.endObject();
      return;
    }
    out.beginArray();
    for (Map.Entry<Object, Object> entry : inOrder(map)) {
      keys.write(entry.getKey(), out.beginArray());
      values.write(entry.getValue(), out);
      out.endArray();
    }
    out.endArray();
  }

  private List<Map.Entry<Object, Object>> inOrder(Map<Object, Object> map) {
    List<Map.Entry<Object, Object>> entries = new ArrayList<>(map.entrySet());
    if (kind == HashPMap.class) {
      entries.sort(Comparator.comparing(entry -> entry.getKey().toString()));
    }
    return entries;
  }

  private static String nameOf(Map.Entry<Object, Object> entry) {
    return entry.getKey() instanceof Enum<?> constant ? constant.name() : entry.getKey().toString();
  }

  @Override
  public Map<Object, Object> read(JsonValue json) {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (named) {
      json.asJsonObject()
          .forEach((name, value) -> map.put(keys.read(textOf(name)), values.read(value)));
    } else {
      for (JsonArray pair : json.asJsonArray().getValuesAs(JsonArray.class)) {
        map.put(keys.read(pair.get(0)), values.read(pair.get(1)));
      }
    }
    return collect(map);
  }

  /** A name is no JSON value; the codec of the keys wants one. */
  private static JsonString textOf(String name) {
    return new JsonString() {
      @Override
      public String getString() {
        return name;
      }

      @Override
      public CharSequence getChars() {
        return name;
      }

      @Override
      public ValueType getValueType() {
        return ValueType.STRING;
      }
    };
  }

  @Override
  public boolean isLeftOut(Map<Object, Object> map) {
    return map.isEmpty();
  }

  @Override
  public Map<Object, Object> leftOut() {
    return collect(Map.of());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The keys of a sorted map are comparable.
  private Map<Object, Object> collect(Map<Object, Object> map) {
    if (kind == Map.class) {
      return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(map);
    }
    if (kind == TreePMap.class) {
      return (Map) TreePMap.from((Map) map);
    }
    if (kind == HashPMap.class) {
      return HashTreePMap.from(map);
    }
    throw new IllegalStateException("There is no codec for " + kind);
  }
}
