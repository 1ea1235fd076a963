package dev.s3emulator.internal.protocol.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.s3emulator.internal.domain.S3Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms taken apart (protocol-notes 18). */
@SuppressWarnings("StringConcatToTextBlock") // It breaks down on literals with CR LF.
class FormDecoderTest {

  private static final String TYPE = "multipart/form-data; boundary=xx";
  private static final String FORM =
      """
      preamble
      --xx
      Content-Disposition: form-data; name="Key"

      user/${filename}
      --xx
      content-type: text/plain
      content-disposition: form-data; name=note

      two
      lines -- and a --xx that is none
      --xx
      Content-Disposition: form-data; name="file"; filename="C:\\photos\\a b.txt"
      Content-Type: text/html

      the

      --x
      --x file
      --
      --xx
      Content-Disposition: form-data; name="late"

      ignored
      --xx--
      epilogue
      """
          .replace("\n", "\r\n");
  private static final String FILE = "the\r\n\r\n--x\r\n--x file\r\n--";

  /** What came out. */
  private static final class Seen implements FormSink {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private FormFields fields;

    @Override
    public void begin(FormFields sent) {
      fields = sent;
    }

    @Override
    public void file(ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      file.writeBytes(copy);
    }
  }

  @Test
  void fieldsBeforeTheFileCountAndTheFileIsPassedOn() {
    Seen seen = decode(TYPE, FORM.getBytes(UTF_8), Integer.MAX_VALUE);

    assertThat(seen.fields.values())
        .containsExactly(
            entry("key", "user/a b.txt"), entry("note", "two\r\nlines -- and a --xx that is none"));
    assertThat(seen.fields.fileName()).isEqualTo("a b.txt");
    assertThat(seen.file.toString(UTF_8)).isEqualTo(FILE);
  }

  @Test
  void bodyMayArriveInAnyPieces() {
    byte[] body = FORM.getBytes(UTF_8);
    for (int size = 1; size <= body.length; size++) {
      Seen seen = decode(TYPE, body, size);

      assertThat(seen.file.toString(UTF_8)).as("in pieces of %d bytes", size).isEqualTo(FILE);
      assertThat(seen.fields.values()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r",
        "\n",
        "\r\n",
        "\r\n-",
        "\r\n--",
        "\r\n--x",
        "\r\r\n--x",
        "\r\n\r\n--x",
        "--xx",
        "\n--xx",
        "\r\n--xX",
        "\r\n--x\r\n--x",
        "\u00ff\u0000\r"
      })
  void fileMayHoldWhatLooksLikeABoundary(String content) {
    byte[] body = (part("name=\"file\"", content) + "\r\n--xx--").getBytes(ISO_8859_1);
    for (int size : new int[] {1, 2, 3, 5, body.length}) {
      assertThat(decode(TYPE, body, size).file.toString(ISO_8859_1)).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          multipart/form-data; boundary=xx
          multipart/form-data;boundary="xx"
          multipart/form-data; charset=utf-8; Boundary=xx ; other=1
          """)
  void boundaryIsAParameterOfTheType(String contentType) {
    byte[] body = (part("name=file", "content") + "\r\n--xx--\r\n").getBytes(UTF_8);

    assertThat(decode(contentType, body, body.length).file.toString(UTF_8)).isEqualTo("content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; x"})
  void typeWithoutABoundaryIsMalformed(String contentType) {
    assertThat(refusal(contentType, "")).startsWith("400 MalformedPOSTRequest");
  }

  @Test
  void bodyThatIsNotAFormIsMalformed() {
    String file = part("name=\"file\"", "x");
    for (String body :
        new String[] {
          "",
          "key=value",
          "--xx",
          "--xx\r\n",
          "--xx no line end\r\n",
          "--xx\r\n\r\nno name\r\n--xx--",
          "--xx\r\nContent-Type: text/plain\r\n\r\nno name\r\n--xx--",
          part("filename=\"x\"", "no name") + "\r\n--xx--",
          file,
          file + "\r\n--xx",
          file + "\r\n--xx-"
        }) {
      assertThat(refusal(TYPE, body))
          .as(body)
          .isEqualTo(
              "400 MalformedPOSTRequest The body of your POST request is not well-formed"
                  + " multipart/form-data.");
    }
  }

  @Test
  void formHasExactlyOneFile() {
    String file = part("name=\"file\"", "x");

    assertThat(refusal(TYPE, "--xx--"))
        .isEqualTo(
            "400 IncorrectNumberOfFilesInPostRequest"
                + " POST requires exactly one file upload per request.");
    assertThat(refusal(TYPE, part("name=\"key\"", "k") + "\r\n--xx--"))
        .startsWith("400 IncorrectNumberOfFilesInPostRequest");
    assertThat(refusal(TYPE, file + "\r\n" + file + "\r\n--xx--"))
        .startsWith("400 IncorrectNumberOfFilesInPostRequest");
  }

  @Test
  void whatStandsBeforeTheFileIsBounded() {
    String file = part("name=\"file\"", "f".repeat(100_000)) + "\r\n--xx--";
    String most = part("name=\"a\"", "a".repeat(20_000)) + "\r\n" + file;
    assertThat(decode(TYPE, most.getBytes(UTF_8), 1000).file.size()).isEqualTo(100_000);

    String tooLong = "400 MaxPostPreDataLengthExceededError";
    for (String body :
        new String[] {
          part("name=\"a\"", "a".repeat(21_000)) + "\r\n" + file,
          part("name=\"a\"", "a".repeat(10_400)) + "\r\n" + part("name=\"a\"", "a".repeat(10_000)),
          "p".repeat(21_000),
          part("name=\"" + "n".repeat(21_000) + "\"", "a"),
          "--xx" + " ".repeat(21_000)
        }) {
      assertThat(refusal(TYPE, body)).startsWith(tooLong);
    }
  }

  @Test
  void headersBehindTheFileAreBoundedToo() {
    String body = part("name=\"file\"", "f") + "\r\n--xx\r\nX: " + "x".repeat(30_000);

    assertThat(refusal(TYPE, body)).startsWith("400 MalformedPOSTRequest");
  }

  @Test
  void repeatedFieldIsJoinedAndNamesCompareWithoutCase() {
    byte[] body =
        (part("name=\"x-amz-meta-a\"", "1")
                + "\r\n"
                + part("name=\"X-Amz-Meta-A\"", "2")
                + "\r\n"
                + part("name=\"FILE\"", "f")
                + "\r\n--xx--")
            .getBytes(UTF_8);

    FormFields fields = decode(TYPE, body, body.length).fields;
    assertThat(fields.values()).containsExactly(entry("x-amz-meta-a", "1,2"));
    assertThat(fields.get("X-AMZ-META-a")).contains("1,2");
  }

  @Test
  void whateverArrivesIsAFormOrARefusal() {
    Random random = new Random(7);
    for (int round = 0; round < 3_000; round++) {
      byte[] body = FORM.getBytes(UTF_8);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        body[random.nextInt(body.length)] = (byte) "\r\n-x:;=\"\0\u00ff".charAt(random.nextInt(10));
      }
      try {
        decode(TYPE, body, 1 + random.nextInt(64));
      } catch (S3Exception refused) {
        assertThat(refused.error().status()).isEqualTo(400);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, a.txt",
    "photos/cats/a.txt, a.txt",
    "C:\\photos\\a.txt, a.txt",
    "photos/, ''",
    "'', ''"
  })
  void nameOfTheFileIsItsLastSegmentInEveryFieldButThePolicy(String path, String name) {
    FormFields fields =
        FormFields.of(
            Map.of("key", "u/${filename}", "x-amz-meta-n", "${filename}!", "Policy", "${filename}"),
            path);

    assertThat(fields.values())
        .containsOnly(
            entry("key", "u/" + name),
            entry("x-amz-meta-n", name + "!"),
            entry("policy", "${filename}"));
  }

  private static String part(String parameters, String content) {
    return "--xx\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content;
  }

  private static String refusal(String contentType, String body) {
    S3Exception refused =
        Assertions.catchThrowableOfType(
            S3Exception.class, () -> decode(contentType, body.getBytes(UTF_8), 7));
    assertThat(refused).as(body).isNotNull();
    return refused.error().status() + " " + refused.error().code() + " " + refused.text();
  }

  private static Seen decode(String contentType, byte[] body, int pieces) {
    Seen seen = new Seen();
    FormDecoder decoder = FormDecoder.of(contentType, seen);
    try {
      for (int at = 0; at < body.length; ) {
        int length = Math.min(pieces, body.length - at);
        // A slice in a larger array, as a transport hands it over.
        decoder.decode(ByteBuffer.wrap(body, at, length));
        at += length;
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    decoder.finish();
    return seen;
  }
}
