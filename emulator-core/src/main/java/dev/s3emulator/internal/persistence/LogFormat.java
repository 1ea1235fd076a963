package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.StateChange;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;

/**
 * What the lines of journals and snapshots say: what a file is, a change of the state, a companion
 * of the state, the end of a snapshot, or which journal goes on where one ends.
 *
 * @param <C> what is kept beside the state, such as users
 */
final class LogFormat<C extends Record> {

  static final String NAME = "s3-emulator-state";
  static final long VERSION = 1;

  private static final String END = "End";
  private static final String NEXT = "Next";

  private final Codec<StateChange> changes;
  private final Class<C> companionType;
  private final RecordCodec<C> companions;
  private final JsonReaderFactory json = JsonProvider.provider().createReaderFactory(Map.of());

  LogFormat(Codecs codecs, Class<C> companionType) {
    this.companionType = companionType;
    changes = codecs.of(StateChange.class);
    companions = codecs.ofRecord(companionType);
  }

  /** Returns the first line of a file. */
  static String header(String kind, long number) {
    return new JsonText()
        .beginObject()
        .name("format")
        .string(NAME)
        .name("version")
        .number(VERSION)
        .name("file")
        .string(kind)
        .name("number")
        .number(number)
        .endObject()
        .toString();
  }

  /** Returns the last line of a snapshot. */
  static String end(long lines) {
    return new JsonText()
        .beginObject()
        .name(SealedCodec.TYPE)
        .string(END)
        .name("lines")
        .number(lines)
        .endObject()
        .toString();
  }

  /** Returns the last line of a journal that goes on in another one. */
  static String next(long number) {
    return new JsonText()
        .beginObject()
        .name(SealedCodec.TYPE)
        .string(NEXT)
        .name("number")
        .number(number)
        .endObject()
        .toString();
  }

  String text(StateChange change) {
    JsonText text = new JsonText();
    changes.write(change, text);
    return text.toString();
  }

  String text(C companion) {
    JsonText text =
        new JsonText().beginObject().name(SealedCodec.TYPE).string(companionType.getSimpleName());
    companions.writeComponents(companion, text);
    return text.endObject().toString();
  }

  void append(ByteArrayOutputStream lines, StateChange change, boolean last) {
    Lines.append(lines, text(change), last);
  }

  JsonObject parse(byte[] line) {
    try (JsonReader reader = json.createReader(new StringReader(Lines.json(line)))) {
      return reader.readObject();
    }
  }

  /**
   * Checks the first line of a file.
   *
   * @throws StorageException if this version cannot read the file
   */
  static void requireReadable(JsonObject header, LineReader lines, String kind, long number) {
    if (!header.getString("format", "").equals(NAME)) {
      throw lines.damaged("it does not say that this is a file of the format " + NAME);
    }
    long version = header.getJsonNumber("version").longValueExact();
    if (version != VERSION) {
      throw lines.otherVersion(version);
    }
    if (!header.getString("file", "").equals(kind)
        || header.getJsonNumber("number").longValueExact() != number) {
      throw lines.damaged("it is the first line of another file");
    }
  }

  /** Returns the number of lines in front, if this is the last line of a snapshot, else -1. */
  static long linesBeforeEnd(JsonObject line) {
    return isOf(END, line) ? line.getJsonNumber("lines").longValueExact() : -1;
  }

  /** Returns the number of the next journal, if this is the line that names it, else -1. */
  static long nextJournal(JsonObject line) {
    return isOf(NEXT, line) ? line.getJsonNumber("number").longValueExact() : -1;
  }

  private static boolean isOf(String type, JsonObject line) {
    return line.getString(SealedCodec.TYPE, "").equals(type);
  }

  /** Does what a line says. */
  void apply(JsonObject line, Contents<C> contents) {
    if (isOf(companionType.getSimpleName(), line)) {
      contents.add(companions.read(line, Set.of(SealedCodec.TYPE)));
    } else {
      contents.apply(changes.read(line));
    }
  }
}
