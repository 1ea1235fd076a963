package dev.s3emulator.internal.protocol.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@code multipart/form-data} body apart as it arrives (protocol-notes 18).
 *
 * <p>What comes before the file is kept, within S3's bound; the file is passed on; what comes after
 * it is read and forgotten. Parts end with a delimiter, whose first byte occurs nowhere else in it:
 * so where a delimiter breaks off, at most the breaking byte can begin another one, and bytes never
 * need to be looked at twice. Used by one thread at a time.
 */
public final class FormDecoder {

  /** The most bytes that may come before the file. */
  public static final int MAX_PRE_DATA = 20 * 1024;

  private static final int DASHES = 0x2D2D;
  private static final int LINE_END = 0x0D0A;
  private static final int EMPTY_LINE = 0x0D0A0D0A;

  private enum State {
    /** Before the first delimiter. */
    PREAMBLE,
    /** Between a delimiter and the end of its line. */
    DELIMITER,
    /** In the headers of a part. */
    HEADERS,
    /** In the value of a field before the file. */
    FIELD,
    /** In the file. */
    FILE,
    /** In a part behind the file. */
    IGNORED,
    /** Behind the last delimiter. */
    END
  }

  private final byte[] delimiter;
  private final FormSink sink;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(256);

  private State state = State.PREAMBLE;

  /** How much of the delimiter was seen. A body begins as if a line had ended before it. */
  private int matched = 2;

  /** The last four bytes that were collected. */
  private int recent;

  private boolean fileSeen;
  private int preData;
  private @Nullable FormPart part;

  private FormDecoder(String boundary, FormSink sink) {
    delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    this.sink = sink;
  }

  /**
   * Makes the decoder of one body.
   *
   * @param contentType the header, which names the boundary between the parts
   * @throws S3Exception MalformedPOSTRequest if it names none
   */
  public static FormDecoder of(String contentType, FormSink sink) {
    String boundary = HeaderParameters.parse(contentType).getOrDefault("boundary", "");
    if (boundary.isEmpty() || boundary.indexOf('\r') >= 0) {
      throw malformed();
    }
    return new FormDecoder(boundary, sink);
  }

  /**
   * Takes the remaining bytes.
   *
   * @throws S3Exception MalformedPOSTRequest, MaxPostPreDataLengthExceededError or
   *     IncorrectNumberOfFilesInPostRequest
   */
  public void decode(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      switch (state) {
        case PREAMBLE, FIELD, FILE, IGNORED -> readContent(bytes);
        case DELIMITER -> readDelimiterEnd(bytes.get());
        case HEADERS -> readHeaders(bytes.get());
        case END -> bytes.position(bytes.limit());
      }
    }
  }

  /**
   * Ends the body.
   *
   * @throws S3Exception MalformedPOSTRequest if the last delimiter is missing,
   *     IncorrectNumberOfFilesInPostRequest if there was no file
   */
  public void finish() {
    if (state != State.END) {
      throw malformed();
    }
    if (!fileSeen) {
      throw S3Exception.of(S3Error.INCORRECT_NUMBER_OF_FILES_IN_POST_REQUEST);
    }
  }

  private void readContent(ByteBuffer bytes) throws IOException {
    int start = bytes.position();
    // The part of a delimiter that ended the buffer before, and may turn out to be content.
    int carried = matched;
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == delimiter[matched]) {
        if (++matched == delimiter.length) {
          emit(bytes, start, carried > 0 ? start : bytes.position() - delimiter.length);
          endPart();
          return;
        }
      } else if (matched > 0) {
        if (carried > 0) {
          emit(ByteBuffer.wrap(delimiter, 0, carried));
          carried = 0;
        }
        matched = next == delimiter[0] ? 1 : 0;
      }
    }
    emit(bytes, start, carried > 0 ? start : bytes.position() - matched);
  }

  private void emit(ByteBuffer bytes, int begin, int end) throws IOException {
    if (end > begin) {
      ByteBuffer slice = bytes.duplicate();
      emit(slice.limit(end).position(begin));
    }
  }

  private void emit(ByteBuffer content) throws IOException {
    if (state == State.FILE) {
      sink.file(content);
    } else if (state != State.IGNORED) {
      count(content.remaining());
      if (state == State.FIELD) {
        byte[] copy = new byte[content.remaining()];
        content.get(copy);
        text.writeBytes(copy);
      }
    }
  }

  private void endPart() {
    FormPart ended = part;
    if (state == State.FIELD && ended != null) {
      fields.merge(ended.name(), text.toString(UTF_8), (first, next) -> first + "," + next);
    }
    count(delimiter.length);
    begin(State.DELIMITER);
  }

  private void begin(State next) {
    state = next;
    matched = 0;
    text.reset();
  }

  /** A delimiter is followed by white space and a line end, the last one by two dashes. */
  private void readDelimiterEnd(byte next) {
    collect(next);
    if (next == '\n') {
      if (!text.toString(ISO_8859_1).isBlank()) {
        throw malformed();
      }
      begin(State.HEADERS);
    } else if (text.size() == 2 && (recent & 0xFFFF) == DASHES) {
      begin(State.END);
    }
  }

  private void readHeaders(byte next) throws IOException {
    collect(next);
    boolean none = text.size() == 2 && (recent & 0xFFFF) == LINE_END;
    if (none || (text.size() >= 4 && recent == EMPTY_LINE)) {
      beginPart(FormPart.parse(text.toByteArray()));
    }
  }

  private void beginPart(@Nullable FormPart next) throws IOException {
    if (next == null) {
      throw malformed();
    }
    part = next;
    if (fileSeen) {
      if (next.isFile()) {
        throw S3Exception.of(S3Error.INCORRECT_NUMBER_OF_FILES_IN_POST_REQUEST);
      }
      begin(State.IGNORED);
    } else if (next.isFile()) {
      fileSeen = true;
      begin(State.FILE);
      sink.begin(FormFields.of(fields, next.fileName()));
    } else {
      begin(State.FIELD);
    }
  }

  private void collect(byte next) {
    count(1);
    // Behind the file nothing counts, but neither may it grow.
    if (text.size() >= MAX_PRE_DATA) {
      throw malformed();
    }
    text.write(next);
    recent = recent << 8 | (next & 0xFF);
  }

  private void count(int bytes) {
    if (!fileSeen) {
      preData += bytes;
      if (preData > MAX_PRE_DATA) {
        throw S3Exception.of(S3Error.MAX_POST_PRE_DATA_LENGTH_EXCEEDED)
            .with("MaxPostPreDataLengthBytes", MAX_PRE_DATA);
      }
    }
  }

  private static S3Exception malformed() {
    return S3Exception.of(S3Error.MALFORMED_POST_REQUEST);
  }
}
