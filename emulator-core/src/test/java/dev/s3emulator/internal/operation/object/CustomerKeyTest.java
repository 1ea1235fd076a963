package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are encrypted with keys of their customers (protocol-notes 20). */
class CustomerKeyTest {

  private static final String SSE = "x-amz-server-side-encryption";
  private static final String PREFIX = CustomerKeyHeaders.PREFIX;
  private static final String MD5_OF_CAT = "\"d077f244def8a70e5ea758bd8352fcd8\"";
  private static final String OTHER_KEY =
      "<Error><Code>AccessDenied</Code><Message>Requests specifying Server Side Encryption with"
          + " Customer provided keys must provide the correct secret key.</Message></Error>";
  private static final String NO_KEY =
      "<Error><Code>InvalidRequest</Code><Message>The object was stored using a form of Server Side"
          + " Encryption. The correct parameters must be provided to retrieve the object."
          + "</Message></Error>";
  private static final String NO_PARAMETERS_OF_PART =
      "<Error><Code>InvalidRequest</Code><Message>The multipart upload initiate requested"
          + " encryption. Subsequent part requests must include the appropriate encryption"
          + " parameters.</Message></Error>";
  private static final String OTHER_KEY_OF_PART =
      "<Error><Code>InvalidRequest</Code><Message>The provided encryption parameters did not match"
          + " the ones used originally.</Message></Error>";

  private final MultipartClient client = new MultipartClient();
  private final InProcessS3 s3 = client.s3;

  private Answer put(String... headers) {
    return s3.send("PUT", "/bucket/key", Headers.of(headers), "cat");
  }

  private Answer get(String... headers) {
    return s3.send("GET", "/bucket/key", Headers.of(headers));
  }

  private static void assertShowsKey(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isLessThan(300);
    assertThat(answer.header(SSE)).isNull();
    assertThat(answer.header(PREFIX + "algorithm")).isEqualTo("AES256");
    assertThat(answer.header(PREFIX + "key-MD5")).isEqualTo(CustomerKeyHeaders.md5("a"));
    assertThat(answer.header(PREFIX + "key")).isNull();
  }

  @Test
  void answersShowTheAlgorithmAndTheMd5OfTheKey() {
    Answer stored = put(CustomerKeyHeaders.of("a"));

    assertShowsKey(stored);
    assertShowsKey(get(CustomerKeyHeaders.of("a")));
    assertShowsKey(s3.send("HEAD", "/bucket/key", Headers.of(CustomerKeyHeaders.of("a"))));
    assertThat(get(CustomerKeyHeaders.of("a")).text()).isEqualTo("cat");
    assertThat(stored.header("ETag"))
        .matches("\"[0-9a-f]{32}\"")
        .isNotEqualTo(MD5_OF_CAT)
        .isNotEqualTo(put(CustomerKeyHeaders.of("a")).header("ETag"));
  }

  @Test
  void keyIsNotKept() {
    put(CustomerKeyHeaders.of("a"));

    assertThat(s3.engine().state().requireBucket("bucket").toString())
        .doesNotContain(CustomerKeyHeaders.of("a")[3]);
  }

  @Test
  void readsNeedTheKey() {
    put(CustomerKeyHeaders.of("a"));

    assertThat(get().status()).isEqualTo(400);
    assertThat(get().xml()).isEqualTo(NO_KEY);
    assertThat(get(CustomerKeyHeaders.of("b")).status()).isEqualTo(403);
    assertThat(get(CustomerKeyHeaders.of("b")).xml()).isEqualTo(OTHER_KEY);
    assertThat(s3.send("HEAD", "/bucket/key").status()).isEqualTo(400);
    assertThat(s3.send("HEAD", "/bucket/key", Headers.of(CustomerKeyHeaders.of("b"))).status())
        .isEqualTo(403);
  }

  @Test
  void attributesNeedTheKey() {
    put(CustomerKeyHeaders.of("a"));
    String path = "/bucket/key?attributes";

    Answer refused = s3.send("GET", path, Headers.of("x-amz-object-attributes", "ObjectSize"));
    List<String> headers = new ArrayList<>(List.of("x-amz-object-attributes", "ObjectSize"));
    headers.addAll(Arrays.asList(CustomerKeyHeaders.of("a")));
    Answer shown = s3.send("GET", path, Headers.of(headers.toArray(String[]::new)));

    assertThat(refused.xml()).isEqualTo(NO_KEY);
    assertThat(shown.xml()).contains("<ObjectSize>3</ObjectSize>");
  }

  @Test
  void keyForAnObjectWithoutOneIsRefused() {
    put();

    assertThat(get(CustomerKeyHeaders.of("a")).status()).isEqualTo(400);
    assertThat(get(CustomerKeyHeaders.of("a")).xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>The encryption parameters are not"
                + " applicable to this object.</Message></Error>");
  }

  @Test
  void eachVersionHasAKeyOfItsOwn() {
    s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String first = put(CustomerKeyHeaders.of("a")).header("x-amz-version-id");
    put(CustomerKeyHeaders.of("b"));
    String path = "/bucket/key?versionId=" + first;

    assertThat(s3.send("GET", path, Headers.of(CustomerKeyHeaders.of("a"))).status())
        .isEqualTo(200);
    assertThat(s3.send("GET", path, Headers.of(CustomerKeyHeaders.of("b"))).status())
        .isEqualTo(403);
    assertThat(get(CustomerKeyHeaders.of("b")).status()).isEqualTo(200);
  }

  @Test
  void deletingAndTaggingNeedNoKey() {
    put(CustomerKeyHeaders.of("a"));

    assertThat(s3.send("GET", "/bucket/key?tagging").status()).isEqualTo(200);
    assertThat(s3.send("DELETE", "/bucket/key").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -      | YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE= | Xsqb0+sHwAbNQ65I395/0w== | Requests specifying Server Side Encryption with Customer provided keys must provide a valid encryption algorithm.
          AES256 | -                                            | Xsqb0+sHwAbNQ65I395/0w== | Requests specifying Server Side Encryption with Customer provided keys must provide an appropriate secret key.
          AES256 | YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE= | -                        | The secret key was invalid for the specified algorithm.
          AES256 | YQ==                                         | DMF1ucDxtqgxw5niaXcmYQ== | The secret key was invalid for the specified algorithm.
          AES256 | no base64                                    | Xsqb0+sHwAbNQ65I395/0w== | The secret key was invalid for the specified algorithm.
          AES256 | YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE= | DMF1ucDxtqgxw5niaXcmYQ== | The calculated MD5 hash of the key did not match the hash that was provided.
          """)
  void malformedKeysAreRefused(String algorithm, String key, String md5, String message) {
    Headers.Builder headers = Headers.builder();
    add(headers, "algorithm", algorithm);
    add(headers, "key", key);
    add(headers, "key-MD5", md5);

    Answer refused = s3.send("PUT", "/bucket/key", headers.build(), "cat");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>"
                + message
                + "</Message><ArgumentName>x-amz-server-side-encryption</ArgumentName></Error>");
    assertThat(get().status()).isEqualTo(404);
  }

  private static void add(Headers.Builder headers, String name, String value) {
    if (!value.equals("-")) {
      headers.add(PREFIX + name, value);
    }
  }

  @Test
  void otherAlgorithmIsNamed() {
    String[] headers = CustomerKeyHeaders.of("a");
    headers[1] = "AES128";

    Answer refused = put(headers);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidEncryptionAlgorithmError</Code><Message>The Encryption request you"
                + " specified is not valid. Supported value: AES256.</Message>"
                + "<ArgumentName>x-amz-server-side-encryption</ArgumentName>"
                + "<ArgumentValue>AES128</ArgumentValue></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES256", "aws:kms"})
  void keyExcludesOtherEncryption(String algorithm) {
    List<String> headers = new ArrayList<>(Arrays.asList(CustomerKeyHeaders.of("a")));
    headers.addAll(List.of(SSE, algorithm));

    Answer refused = put(headers.toArray(String[]::new));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Server Side Encryption with Customer"
                + " provided key is incompatible with the encryption method specified</Message>"
                + "<ArgumentName>x-amz-server-side-encryption</ArgumentName><ArgumentValue>"
                + algorithm
                + "</ArgumentValue></Error>");
  }

  private Answer copy(String[]... headers) {
    List<String> all = new ArrayList<>(List.of("x-amz-copy-source", "bucket/key"));
    Arrays.stream(headers).forEach(some -> all.addAll(Arrays.asList(some)));
    return s3.send("PUT", "/bucket/copy", Headers.of(all.toArray(String[]::new)));
  }

  @Test
  void copyNeedsTheKeyOfItsSource() {
    put(CustomerKeyHeaders.of("a"));
    String[] sourceKey = CustomerKeyHeaders.of(CustomerKeyHeaders.SOURCE_PREFIX, "a");

    assertThat(copy().xml()).isEqualTo(NO_KEY);
    assertThat(copy(CustomerKeyHeaders.of(CustomerKeyHeaders.SOURCE_PREFIX, "b")).xml())
        .isEqualTo(OTHER_KEY);
    Answer plain = copy(sourceKey);
    assertThat(plain.header(SSE)).isEqualTo("AES256");
    assertThat(plain.xml()).contains("<ETag>" + MD5_OF_CAT.replace("\"", "&quot;") + "</ETag>");
    assertThat(s3.send("GET", "/bucket/copy").text()).isEqualTo("cat");
  }

  @Test
  void copyMayHaveAKeyOfItsOwn() {
    put(CustomerKeyHeaders.of("b"));

    Answer copied =
        copy(
            CustomerKeyHeaders.of(CustomerKeyHeaders.SOURCE_PREFIX, "b"),
            CustomerKeyHeaders.of("a"));

    assertShowsKey(copied);
    assertShowsKey(s3.send("GET", "/bucket/copy", Headers.of(CustomerKeyHeaders.of("a"))));
  }

  @Test
  void keyMakesACopyOntoItselfAChange() {
    put();
    List<String> headers = new ArrayList<>(List.of("x-amz-copy-source", "bucket/key"));
    headers.addAll(Arrays.asList(CustomerKeyHeaders.of("a")));

    assertShowsKey(s3.send("PUT", "/bucket/key", Headers.of(headers.toArray(String[]::new))));
  }

  @Test
  void formSaysItInFields() {
    String[] key = CustomerKeyHeaders.of("a");
    Answer posted =
        Form.empty()
            .field("key", "key")
            .field(key[0], key[1])
            .field(key[2], key[3])
            .field(key[4], key[5])
            .file("a", "abc")
            .post(s3, "/bucket");

    assertShowsKey(posted);
    assertThat(get(key).text()).isEqualTo("abc");
  }

  @Test
  void partsNeedTheKeyOfTheirUpload() {
    String[] key = CustomerKeyHeaders.of("a");
    String id = client.create(key);
    byte[] cat = "cat".getBytes(UTF_8);

    assertThat(client.upload(id, 1, cat).xml()).isEqualTo(NO_PARAMETERS_OF_PART);
    assertThat(client.upload(id, 1, cat, CustomerKeyHeaders.of("b")).xml())
        .isEqualTo(OTHER_KEY_OF_PART);
    assertThat(client.upload(client.create(), 1, cat, key).xml()).isEqualTo(NO_PARAMETERS_OF_PART);
    Answer part = client.upload(id, 1, cat, key);
    assertShowsKey(part);
    assertThat(part.header("ETag")).isNotEqualTo(MD5_OF_CAT);
    String listed = MultipartClient.listed(1, part.header("ETag"));
    assertThat(client.complete(id, Headers.of(CustomerKeyHeaders.of("b")), listed).xml())
        .isEqualTo(OTHER_KEY_OF_PART);
    assertThat(
            s3.send("GET", "/bucket/key?uploadId=" + id, Headers.of(CustomerKeyHeaders.of("b")))
                .xml())
        .isEqualTo(OTHER_KEY_OF_PART);
    Answer completed = client.complete(id, listed);
    assertThat(completed.status()).isEqualTo(200);
    assertThat(completed.header(SSE)).isNull();
    assertThat(completed.header(PREFIX + "algorithm")).isNull();
    assertShowsKey(get(key));
  }

  @Test
  void copiedPartsNeedBothKeys() {
    put(CustomerKeyHeaders.of("b"));
    String id = client.create(CustomerKeyHeaders.of("a"));
    List<String> headers = new ArrayList<>(List.of("x-amz-copy-source", "bucket/key"));
    headers.addAll(Arrays.asList(CustomerKeyHeaders.of("a")));
    String path = MultipartClient.part(id, 1);

    assertThat(s3.send("PUT", path, Headers.of(headers.toArray(String[]::new))).xml())
        .isEqualTo(NO_KEY);
    headers.addAll(Arrays.asList(CustomerKeyHeaders.of(CustomerKeyHeaders.SOURCE_PREFIX, "b")));
    assertShowsKey(s3.send("PUT", path, Headers.of(headers.toArray(String[]::new))));
  }

  @BeforeEach
  void nothingIsThere() {
    assertThat(get().status()).isEqualTo(404);
  }
}
