package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.MALFORMED_XML;
import static dev.s3emulator.internal.operation.object.BatchDelete.RESULT;
import static dev.s3emulator.internal.operation.object.BatchDelete.document;
import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document of DeleteObjects: its schema and its text (delete-semantics 4.1). */
class DeleteDocumentTest {

  private static final String K = "<Object><Key>k</Key></Object>";
  private static final String DELETED_K = RESULT + "<Deleted><Key>k</Key></Deleted></DeleteResult>";
  private static final int MAX_BODY = 2_048_000;

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void placeObject() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Delete>" + K + "</Delete>",
        "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + K + "</Delete>",
        "<Delete xmlns=\"urn:x\">" + K + "</Delete>",
        "<x:Delete xmlns:x=\"urn:x\"><x:Object><x:Key>k</x:Key></x:Object></x:Delete>",
        "<Delete><x:Object xmlns:x=\"urn:x\"><Key xmlns=\"\">k</Key></x:Object></Delete>",
        "<Delete a=\"b\"><Object c=\"d\"><Key e=\"f\">k</Key></Object></Delete>",
        "<?xml version=\"1.0\"?><Delete>" + K + "</Delete>",
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Delete>" + K + "</Delete>",
        "\uFEFF<Delete>" + K + "</Delete>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><Delete>" + K + "</Delete>",
        "\r\n<Delete>\r\n  <Object>\t<Key>k</Key>\n</Object>\n</Delete>\n",
        "<!-- a --><Delete><!-- b -->" + K + "<?c d?></Delete><!-- e -->",
        "<Delete><Object><Key><![CDATA[k]]></Key></Object></Delete>",
        "<Delete>" + K + "<Quiet>false</Quiet></Delete>",
        "<Delete><Quiet/>" + K + "</Delete>",
        "<Delete><Quiet>maybe</Quiet>" + K + "</Delete>",
        "<Delete><Quiet> true </Quiet>" + K + "</Delete>",
        "<Delete><Quiet>1</Quiet>" + K + "</Delete>"
      })
  void documentIsPerformed(String document) {
    Answer answer = BatchDelete.sendDocument(s3, document);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml()).isEqualTo(DELETED_K);
    assertThat(Stacks.describe(bucket())).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "True", "<![CDATA[true]]>"})
  void onlyTrueIsQuiet(String quiet) {
    for (String content :
        List.of("<Quiet>" + quiet + "</Quiet>" + K, K + "<Quiet>" + quiet + "</Quiet>" + K)) {
      assertThat(BatchDelete.send(s3, content).xml()).isEqualTo(RESULT + "</DeleteResult>");
    }
    assertThat(Stacks.describe(bucket())).isEqualTo("-");
  }

  @Test
  void elementsOfObjectMayComeInAnyOrder() {
    String eTag = "<ETag>" + Stacks.eTag("null") + "</ETag>";

    Answer answer = BatchDelete.send(s3, "<Object>" + eTag + "<Key>k</Key></Object>");

    assertThat(answer.xml()).isEqualTo(DELETED_K);
    Answer versioned =
        BatchDelete.send(s3, "<Object><VersionId>null</VersionId><Key>k</Key></Object>");
    assertThat(versioned.xml())
        .isEqualTo(
            RESULT + "<Deleted><Key>k</Key><VersionId>null</VersionId></Deleted></DeleteResult>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Quiet>true</Quiet>",
        "k",
        K + "<Quiet>true</Quiet><Quiet>true</Quiet>",
        K + "<Quiet><x/></Quiet>",
        K + "<Unknown/>",
        K + "<object><Key>k</Key></object>",
        K + "text",
        K + "\u2003",
        K + "<Object/>",
        K + "<Object>k</Object>",
        K + "<Object><VersionId>null</VersionId></Object>",
        "<Object><Key>k</Key><Key>l</Key></Object>",
        "<Object><Key>k</Key><Key>k</Key></Object>",
        "<Object><Key>k</Key><VersionId>null</VersionId><VersionId>null</VersionId></Object>",
        "<Object><Key>k</Key><ETag>*</ETag><ETag>*</ETag></Object>",
        "<Object><Key>k</Key><Unknown/></Object>",
        "<Object><Key>k</Key>text</Object>",
        "<Object><Key>k<Unknown/></Key></Object>",
        "<Object><Key><Key>k</Key></Key></Object>",
        "<Object><key>k</key></Object>",
        "<Object><Key>k</Key><VersionId><x/></VersionId></Object>",
        "<Object><Key>k</Key><ETag><x/></ETag></Object>",
        "<Object><Key>k</Key><Size>4</Size></Object>",
        "<Object><Key>k</Key><Size/></Object>",
        K
            + "<Object><Key>l</Key><LastModifiedTime>Tue, 15 Oct 2024 15:04:05 GMT"
            + "</LastModifiedTime></Object>",
        "<Delete>" + K + "</Delete>"
      })
  void violationOfTheSchemaFailsTheWholeRequest(String content) {
    assertMalformed(BatchDelete.document(content).getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\n",
        "k",
        "{\"Objects\":[{\"Key\":\"k\"}]}",
        "<!-- nothing -->",
        "<?xml version=\"1.0\"?>",
        "<Delete>",
        "<Delete>" + K,
        "<Delete>" + K + "</delete>",
        "<Delete>" + K + "</Delete>text",
        "<Delete>" + K + "</Delete><Delete/>",
        "text<Delete>" + K + "</Delete>",
        " <?xml version=\"1.0\"?><Delete>" + K + "</Delete>",
        "<Delete><Object><Key>k & l</Key></Object></Delete>",
        "<Delete><Object><Key>&unknown;</Key></Object></Delete>",
        "<Delete><Object><Key>k]]></Key></Object></Delete>",
        "<Delete a=\"1\" a=\"2\">" + K + "</Delete>",
        "<x:Delete>" + K + "</x:Delete>",
        "<delete>" + K + "</delete>",
        "<DeleteObjects>" + K + "</DeleteObjects>",
        "<?xml version=\"9.0\"?><Delete>" + K + "</Delete>"
      })
  void textThatIsNoSuchDocumentFailsTheWholeRequest(String document) {
    assertMalformed(document.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Delete><Delete>" + K + "</Delete>",
        "<!DOCTYPE Delete SYSTEM \"file:///etc/passwd\"><Delete>" + K + "</Delete>",
        "<!DOCTYPE Delete [<!ENTITY k \"k\">]><Delete><Object><Key>&k;</Key></Object></Delete>",
        "<!DOCTYPE Delete [<!ENTITY k SYSTEM \"file:///etc/passwd\">]><Delete><Object><Key>&k;"
            + "</Key></Object></Delete>",
        "<!DOCTYPE Delete [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]><Delete>"
            + K
            + "</Delete>",
        "<!DOCTYPE Delete [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">"
            + "]><Delete><Object><Key>&d;</Key></Object></Delete>"
      })
  void documentTypeIsRefused(String document) {
    assertMalformed(document.getBytes(UTF_8));
    assertMalformed(("<?xml version=\"1.0\"?>\n" + document).getBytes(UTF_8));
  }

  @Test
  void deepNestingIsRefusedWithoutFollowingIt() {
    assertMalformed(("<Delete>" + "<Object>".repeat(100_000)).getBytes(UTF_8));
  }

  @Test
  void bytesThatAreNotUtf8AreMalformed() {
    assertMalformed(document(object("k\u00E4")).getBytes(ISO_8859_1));
  }

  /** What S3 does with other encodings is not known; ours is UTF-8 whatever is declared. */
  @Test
  void encodingIsUtf8WhateverIsDeclared() {
    String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Delete>" + object("\u00E4");
    assertMalformed((latin + "</Delete>").getBytes(ISO_8859_1));
    assertThat(BatchDelete.sendDocument(s3, latin + "</Delete>").xml())
        .isEqualTo(RESULT + "<Deleted><Key>\u00E4</Key></Deleted></DeleteResult>");

    String utf16 = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><Delete>" + K + "</Delete>";
    assertMalformed(utf16.getBytes(UTF_16));
    assertThat(BatchDelete.sendDocument(s3, utf16).xml()).isEqualTo(DELETED_K);
  }

  @Test
  void emptyBodyIsMissing() {
    Answer answer = refused(new byte[0]);

    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MissingRequestBodyError</Code><Message>Request Body is empty</Message>"
                + "</Error>");
  }

  @Test
  void thousandObjectsAreTheMost() {
    assertThat(BatchDelete.send(s3, object("x").repeat(1000)).status()).isEqualTo(200);
    assertMalformed(document(K + object("x").repeat(1000)).getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<Key/>", "<Key></Key>", "<Key><!-- --></Key>", "<Key><![CDATA[]]></Key>"})
  void emptyKeyFailsTheWholeRequest(String key) {
    for (String content :
        List.of(K + "<Object>" + key + "</Object>", "<Object>" + key + "</Object>" + K)) {
      Answer answer = refused(document(content).getBytes(UTF_8));

      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>UserKeyMustBeSpecified</Code><Message>User key must be specified."
                  + "</Message></Error>");
    }
  }

  @Test
  void overlongKeyFailsTheWholeRequest() {
    String longest = "\u20AC".repeat(341) + "a";
    assertThat(BatchDelete.send(s3, object(longest)).status()).isEqualTo(200);

    Answer answer = refused(document(K + object(longest + "b")).getBytes(UTF_8));

    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>KeyTooLongError</Code><Message>Your key is too long</Message>"
                + "<Size>1025</Size><MaxSizeAllowed>1024</MaxSizeAllowed></Error>");
  }

  @Test
  void faultsOfTheDocumentAreReportedInOrder() {
    String empty = "<Object><Key/></Object>";
    String overlong = object("x".repeat(1025));

    assertMalformed(document(empty + overlong + "<Unknown/>").getBytes(UTF_8));
    assertMalformed(document(overlong + empty + "<Object/>").getBytes(UTF_8));
    assertMalformed(document(empty + object("x").repeat(1000)).getBytes(UTF_8));
    assertThat(refused(document(overlong + empty).getBytes(UTF_8)).xml())
        .contains("<Code>UserKeyMustBeSpecified</Code>");
  }

  @Test
  void largestBodyHas2048000Bytes() {
    String padded = " ".repeat(MAX_BODY - document(K).length()) + document(K);
    assertThat(BatchDelete.sendDocument(s3, padded).xml()).isEqualTo(DELETED_K);
    placeObject();

    for (String document : List.of(" " + padded, "x".repeat(MAX_BODY + 1))) {
      assertThat(refused(document.getBytes(UTF_8)).xml())
          .isEqualTo(
              "<Error><Code>MaxMessageLengthExceeded</Code><Message>Your request was too big."
                  + "</Message><MaxMessageLengthBytes>2048000</MaxMessageLengthBytes></Error>");
    }
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        arguments(" a", " a", " a"),
        arguments("a ", "a ", "a "),
        arguments("   ", "   ", "   "),
        arguments("\n", "\n", "\n"),
        arguments("a%2Fb", "a%2Fb", "a%2Fb"),
        arguments("a/%F0%9F%98%80", "a/%F0%9F%98%80", "a/%F0%9F%98%80"),
        arguments("a+b", "a+b", "a+b"),
        arguments("\uD83D\uDE00", "\uD83D\uDE00", "\uD83D\uDE00"),
        arguments("&#x1F600;&#128512;", "\uD83D\uDE00\uD83D\uDE00", "\uD83D\uDE00\uD83D\uDE00"),
        arguments("a&#13;b", "a\rb", "a&#13;b"),
        arguments("a&#x0D;b", "a\rb", "a&#13;b"),
        arguments("a&#13;\nb", "a\r\nb", "a&#13;\nb"),
        arguments("a\rb", "a\nb", "a\nb"),
        arguments("a\r\nb", "a\nb", "a\nb"),
        arguments("a&#10;b", "a\nb", "a\nb"),
        arguments("a\tb", "a\tb", "a\tb"),
        arguments("&amp;&lt;&gt;&quot;&apos;", "&<>\"'", "&amp;&lt;&gt;&quot;'"),
        arguments("&amp;amp;", "&amp;", "&amp;amp;"),
        arguments("<![CDATA[<a>&amp;]]>", "<a>&amp;", "&lt;a&gt;&amp;amp;"),
        arguments("a<!-- b -->c", "ac", "ac"),
        arguments("a<?b?>c", "ac", "ac"),
        arguments("\u0085\u2028\u007F", "\u0085\u2028\u007F", "\u0085\u2028\u007F"),
        arguments("//a/../b", "//a/../b", "//a/../b"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void keyIsTheTextAsXmlSaysIt(String sent, String key, String reported) {
    Bucket empty = Stacks.bucket(VersioningState.UNVERSIONED);
    Stacks.place(s3, Stacks.with(empty, ObjectKey.of(key), "null:object"));

    Answer answer = BatchDelete.send(s3, object(sent));

    assertThat(answer.xml())
        .isEqualTo(RESULT + "<Deleted><Key>" + reported + "</Key></Deleted></DeleteResult>");
    assertThat(bucket().objects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"&#1;", "&#0;", "&#xFFFE;", "\u0001", "\uFFFF", "&#xD800;"})
  void keyWithCharactersThatXmlForbidsCannotBeNamed(String character) {
    assertMalformed(document(K + object(character)).getBytes(UTF_8));
  }

  @Test
  void thousandKeysFullOfReferencesAreRead() {
    String content = object("&amp;&#13;".repeat(150)).repeat(1000);

    assertThat(BatchDelete.send(s3, content).status()).isEqualTo(200);
  }

  private void assertMalformed(byte[] document) {
    assertThat(refused(document).xml()).isEqualTo(MALFORMED_XML);
  }

  /** Sends a document that is refused as a whole, which therefore changes nothing. */
  private Answer refused(byte[] document) {
    S3State before = s3.engine().state();
    Answer answer = BatchDelete.sendDocument(s3, document);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(s3.engine().state()).isSameAs(before);
    return answer;
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("bucket");
  }
}
