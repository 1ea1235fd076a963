package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The lock that uploads, copies, multipart uploads and forms ask for, and that of their bucket
 * (protocol-notes 22, recorded-answers 7.9, 7.11, 7.12 and 7.19).
 */
class LockHeadersTest {

  private static final String MODE = "x-amz-object-lock-mode";
  private static final String UNTIL = "x-amz-object-lock-retain-until-date";
  private static final String HOLD = "x-amz-object-lock-legal-hold";
  private static final String MD5_OF_NOTHING = "1B2M2Y8AsgTpgAmY7PhCfg==";

  private final MultipartClient client = new MultipartClient();
  private final InProcessS3 s3 = client.s3;

  @BeforeEach
  void createBucket() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, true));
    s3.send("PUT", "/source");
    s3.send("PUT", "/source/key", Headers.EMPTY, "");
  }

  /** The requests that write an object. */
  enum Write {
    PUT,
    COPY,
    MULTIPART,
    FORM;

    /** Writes {@code /bucket/key}; the answer is the one that can refuse the headers. */
    Answer send(MultipartClient client, String... headers) {
      List<String> all = new ArrayList<>(List.of(headers));
      switch (this) {
        case PUT -> {
          all.addAll(List.of("Content-MD5", MD5_OF_NOTHING));
          return client.s3.send("PUT", "/bucket/key", Headers.of(all.toArray(String[]::new)));
        }
        case COPY -> {
          all.addAll(List.of("x-amz-copy-source", "source/key"));
          return client.s3.send("PUT", "/bucket/key", Headers.of(all.toArray(String[]::new)));
        }
        case MULTIPART -> {
          Answer created = client.s3.send("POST", "/bucket/key?uploads", Headers.of(headers));
          if (created.status() != 200) {
            return created;
          }
          String id = created.text().replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
          String part = client.uploaded(id, 1, "", "Content-MD5", MD5_OF_NOTHING);
          return client.complete(id, part);
        }
        case FORM -> {
          Form form = Form.empty().field("key", "key");
          for (int i = 0; i < headers.length; i += 2) {
            form.field(headers[i], headers[i + 1]);
          }
          return form.file("a", "").post(client.s3, "/bucket");
        }
      }
      throw new AssertionError(this);
    }
  }

  @ParameterizedTest
  @EnumSource
  void lockIsStoredWithTheVersion(Write write) {
    Answer answer =
        write.send(client, MODE, "COMPLIANCE", UNTIL, "2030-01-01T01:00:00.1234+01:00", HOLD, "ON");

    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    for (String method : List.of("GET", "HEAD")) {
      Answer shown = s3.send(method, "/bucket/key");
      assertThat(shown.header(MODE)).isEqualTo("COMPLIANCE");
      assertThat(shown.header(UNTIL)).isEqualTo("2030-01-01T00:00:00.123Z");
      assertThat(shown.header(HOLD)).isEqualTo("ON");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsStoredWithoutHeaders(Write write) {
    write.send(client);

    assertUnlocked();
  }

  @ParameterizedTest
  @EnumSource
  void defaultRetentionOfTheBucketBeginsAtTheWrite(Write write) {
    setDefaultRetention("<Mode>GOVERNANCE</Mode><Years>1</Years>");
    s3.advanceSeconds(10);

    write.send(client);

    Answer shown = s3.send("HEAD", "/bucket/key");
    assertThat(shown.header(MODE)).isEqualTo("GOVERNANCE");
    assertThat(shown.header(UNTIL)).isEqualTo("2027-02-03T16:45:19.123Z");
    assertThat(shown.header(HOLD)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void defaultRetentionIsForWritesThatNameNone(Write write) {
    setDefaultRetention("<Mode>COMPLIANCE</Mode><Days>36500</Days>");

    write.send(client, MODE, "GOVERNANCE", UNTIL, "2026-03-01T00:00:00Z");

    assertThat(s3.send("HEAD", "/bucket/key").header(MODE)).isEqualTo("GOVERNANCE");
    write.send(client, HOLD, "OFF");
    Answer shown = s3.send("HEAD", "/bucket/key");
    assertThat(shown.header(MODE)).isEqualTo("COMPLIANCE");
    assertThat(shown.header(HOLD)).isEqualTo("OFF");
  }

  @Test
  void defaultRetentionIsNotForVersionsThatAreThere() {
    Write.PUT.send(client);

    setDefaultRetention("<Mode>COMPLIANCE</Mode><Days>1</Days>");

    assertUnlocked();
  }

  @ParameterizedTest
  @EnumSource
  void bucketMustHaveObjectLock(Write write) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED));

    for (String header : List.of(MODE, HOLD, UNTIL)) {
      Answer answer = write.send(client, header, "nonsense");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>InvalidRequest</Code><Message>Bucket is missing Object Lock"
                  + " Configuration</Message></Error>");
    }
  }

  @ParameterizedTest
  @EnumSource
  void modeAndDateGoTogether(Write write) {
    String error =
        "<Error><Code>InvalidArgument</Code><Message>x-amz-object-lock-retain-until-date and"
            + " x-amz-object-lock-mode must both be supplied</Message><ArgumentName>%s"
            + "</ArgumentName></Error>";

    assertThat(write.send(client, MODE, "GOVERNANCE").xml()).isEqualTo(error.formatted(UNTIL));
    assertThat(write.send(client, UNTIL, "2030-01-01T00:00:00Z").xml())
        .isEqualTo(error.formatted(MODE));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x-amz-object-lock-mode              | governance           | Unknown wormMode directive.
          x-amz-object-lock-mode              | ''                   | Unknown wormMode directive.
          x-amz-object-lock-retain-until-date | tomorrow             | The retain until date must be provided in ISO 8601 format
          x-amz-object-lock-retain-until-date | 2030-01-01           | The retain until date must be provided in ISO 8601 format
          x-amz-object-lock-legal-hold        | on                   | Legal Hold must be either of 'ON' or 'OFF'
          """)
  void malformedValuesAreRefused(String header, String value, String message) {
    for (Write write : Write.values()) {
      Answer answer =
          write.send(
              client,
              MODE,
              header.equals(MODE) ? value : "GOVERNANCE",
              UNTIL,
              header.equals(UNTIL) ? value : "2030-01-01T00:00:00Z",
              HOLD,
              header.equals(HOLD) ? value : "ON");

      assertThat(answer.status()).as(write.name()).isEqualTo(400);
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>InvalidArgument</Code><Message>"
                  + message
                  + "</Message><ArgumentName>"
                  + header
                  + "</ArgumentName><ArgumentValue>"
                  + value
                  + "</ArgumentValue></Error>");
    }
  }

  @ParameterizedTest
  @EnumSource
  void retentionMustEndInTheFuture(Write write) {
    Answer answer = write.send(client, MODE, "GOVERNANCE", UNTIL, "2026-02-03T16:45:09.123Z");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>The retain until date must be in the"
                + " future!</Message><ArgumentName>RetainUntilDate</ArgumentName><ArgumentValue>Tue"
                + " Feb 03 08:45:09 PST 2026</ArgumentValue></Error>");
  }

  @Test
  void uploadThatIsLockedNeedsAChecksum() {
    String error =
        "<Error><Code>InvalidRequest</Code><Message>Content-MD5 OR x-amz-checksum- HTTP header is"
            + " required for Put Object requests with Object Lock parameters</Message></Error>";

    assertThat(s3.send("PUT", "/bucket/key", Headers.of(HOLD, "ON")).xml()).isEqualTo(error);
    assertThat(s3.send("PUT", "/bucket/key").status()).isEqualTo(200);
    setDefaultRetention("<Mode>GOVERNANCE</Mode><Days>1</Days>");
    assertThat(s3.send("PUT", "/bucket/key").xml()).isEqualTo(error);
    assertThat(
            s3.send("PUT", "/bucket/key", Headers.of("x-amz-checksum-crc32", "AAAAAA==")).status())
        .isEqualTo(200);
  }

  @Test
  void partOfWhatIsLockedNeedsAChecksum() {
    String error =
        "<Error><Code>InvalidRequest</Code><Message>Content-MD5 OR x-amz-checksum- HTTP header is"
            + " required for Put Part requests with Object Lock parameters</Message></Error>";
    String locked = client.create(HOLD, "ON");
    String free = client.create();

    assertThat(client.upload(locked, 1, new byte[1]).xml()).isEqualTo(error);
    assertThat(client.upload(free, 1, new byte[1]).status()).isEqualTo(200);
    setDefaultRetention("<Mode>GOVERNANCE</Mode><Days>1</Days>");
    assertThat(client.upload(free, 1, new byte[1]).xml()).isEqualTo(error);
  }

  @Test
  void uploadKeepsItsLockUntilItIsCompleted() {
    String id = client.create(MODE, "GOVERNANCE", UNTIL, "2026-02-03T16:46:00Z");
    String part = client.uploaded(id, 1, "", "Content-MD5", MD5_OF_NOTHING);
    s3.advanceSeconds(3600);

    assertThat(client.complete(id, part).status()).isEqualTo(200);

    Answer shown = s3.send("HEAD", "/bucket/key");
    assertThat(shown.header(UNTIL)).isEqualTo("2026-02-03T16:46:00.000Z");
    assertThat(
            s3.send("DELETE", "/bucket/key?versionId=" + shown.header("x-amz-version-id")).status())
        .isEqualTo(204);
  }

  @Test
  void refusalComesBeforeTheBody() {
    Answer refused =
        s3.send(
            "PUT",
            "/bucket/key",
            Headers.of(MODE, "GOVERNANCE", "Content-MD5", InProcessS3.md5(new byte[0])),
            "other");

    assertThat(refused.text()).contains("must both be supplied");
  }

  private void setDefaultRetention(String content) {
    Answer answer =
        s3.sendDocument(
            "PUT",
            "/bucket?object-lock",
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule>"
                + "<DefaultRetention>"
                + content
                + "</DefaultRetention></Rule></ObjectLockConfiguration>");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void assertUnlocked() {
    Answer shown = s3.send("HEAD", "/bucket/key");
    assertThat(shown.status()).isEqualTo(200);
    for (String header : List.of(MODE, UNTIL, HOLD)) {
      assertThat(shown.header(header)).isNull();
    }
  }
}
