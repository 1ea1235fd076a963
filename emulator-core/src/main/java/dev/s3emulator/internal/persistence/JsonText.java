package dev.s3emulator.internal.persistence;

import java.util.HexFormat;

/**
 * Writes one JSON value as text without blanks. By hand, because each request that changes
 * something writes one, and a generator costs more than the text. Used by one thread at a time.
 */
final class JsonText {

  private final StringBuilder text = new StringBuilder(256);
  private boolean needsComma;

  /** Begins an object. */
  JsonText beginObject() {
    return begin('{');
  }

  /** Ends the object. */
  JsonText endObject() {
    return end('}');
  }

  /** Begins an array. */
  JsonText beginArray() {
    return begin('[');
  }

  /** Ends the array. */
  JsonText endArray() {
    return end(']');
  }

  /** Writes the name of the next value of an object. */
  JsonText name(String name) {
    separate();
    quote(name);
    text.append(':');
    needsComma = false;
    return this;
  }

  /** Writes a string. */
  JsonText string(String value) {
    separate();
    quote(value);
    needsComma = true;
    return this;
  }

  /** Writes a whole number. */
  JsonText number(long value) {
    separate();
    text.append(value);
    needsComma = true;
    return this;
  }

  /** Writes {@code true} or {@code false}. */
  JsonText bool(boolean value) {
    separate();
    text.append(value);
    needsComma = true;
    return this;
  }

  /** Returns what was written. */
  @Override
  public String toString() {
    return text.toString();
  }

  private JsonText begin(char bracket) {
    separate();
    text.append(bracket);
    needsComma = false;
    return this;
  }

  private JsonText end(char bracket) {
    text.append(bracket);
    needsComma = true;
    return this;
  }

  private void separate() {
    if (needsComma) {
      text.append(',');
    }
  }

  /** Half characters are escaped, too: UTF-8 has none. */
  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F || Character.isSurrogate(c)) {
        text.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
