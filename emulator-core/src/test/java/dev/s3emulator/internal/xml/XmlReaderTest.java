package dev.s3emulator.internal.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request documents, also those that nobody should send (delete-semantics 4.1). */
class XmlReaderTest {

  @Test
  void elementsAndTextAreRead() {
    XmlElement root = read("<a> <b>1</b>\n<c/><b>2</b> </a>");

    assertThat(root.name()).isEqualTo("a");
    assertThat(root.text()).isEmpty();
    assertThat(root.children()).extracting(XmlElement::name).containsExactly("b", "c", "b");
    assertThat(root.all("b")).extracting(XmlElement::text).containsExactly("1", "2");
    assertThat(root.requiredText("c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><b>1</b></a>",
        "<a xmlns=\"urn:x\"><b xmlns=\"urn:y\">1</b></a>",
        "<x:a xmlns:x=\"urn:x\"><x:b>1</x:b></x:a>",
        "<a attribute=\"ignored\"><b c=\"d\">1</b></a>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><b>1</b></a>\n",
        "\uFEFF<?xml version=\"1.0\"?><a><b>1</b></a>",
        "\uFEFF<a><b>1</b></a>",
        "<!-- c --><a><!-- c --><b><!-- c -->1</b><?pi x?></a><!-- c -->",
        "<a><b><![CDATA[1]]></b></a>",
        "<a><b>&#49;</b></a>",
        "<a><b>&#x31;</b></a>"
      })
  void onlyLocalNamesAndTextCount(String document) {
    XmlElement root = read(document);

    assertThat(root.name()).isEqualTo("a");
    assertThat(root.requiredText("b")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "' a ', ' a '",
    "'a\rb', 'a\nb'",
    "'a\r\nb', 'a\nb'",
    "'a&#13;b', 'a\rb'",
    "a&#x0D;&#10;b, 'a\r\nb'",
    "a\tb, 'a\tb'",
    "&amp;&lt;&gt;&quot;&apos;, '&<>\"'''",
    "a<![CDATA[<&]]>b, a<&b",
    "a%2Fb, a%2Fb",
    "\uD83D\uDE00, \uD83D\uDE00",
    "&#x1F600;, \uD83D\uDE00",
    "a<!-- x -->b, ab"
  })
  void textIsVerbatimButForWhatXmlItselfDoes(String inDocument, String text) {
    assertThat(read("<a>" + inDocument + "</a>").text()).isEqualTo(text);
  }

  @Test
  void longTextIsOnePiece() {
    String text = "x&#13;".repeat(50_000);

    assertThat(read("<a>" + text + "</a>").text()).isEqualTo("x\r".repeat(50_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "{\"a\": 1}",
        "<a>",
        "<a></b>",
        "</a>",
        "<a/><b/>",
        "<a/>x",
        "x<a/>",
        " <?xml version=\"1.0\"?><a/>",
        "<a b></a>",
        "<a b=c/>",
        "<a b=\"1\" b=\"2\"/>",
        "<x:a/>",
        "<a>&unknown;</a>",
        "<a>&</a>",
        "<a>]]></a>",
        "<a>\u0000</a>",
        "<a>\u0001</a>",
        "<a>&#1;</a>",
        "<a>&#xFFFF;</a>",
        "<a>\uFFFE</a>",
        "<a>text<b/></a>",
        "<a><b/>text</a>",
        "<?xml version=\"9.9\"?><a/>"
      })
  void whatIsNotWellFormedIsMalformed(String document) {
    requireMalformed(document.getBytes(UTF_8));
  }

  @Test
  void otherEncodingThanUtf8IsMalformed() {
    requireMalformed("<a>\u00E9</a>".getBytes(ISO_8859_1));
    requireMalformed("<a/>".getBytes(UTF_16));
  }

  @Test
  void parserIsSilentAboutMalformedDocuments() {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(written, true, UTF_8));
      requireMalformed(new byte[] {'<', 'a', '>', (byte) 0xFF, '<', '/', 'a', '>'});
      requireMalformed("<a>&undeclared;</a>".getBytes(UTF_8));
    } finally {
      System.setErr(before);
    }

    assertThat(written.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>",
        "<!DOCTYPE a PUBLIC \"x\" \"file:///etc/passwd\"><a/>",
        "<!DOCTYPE a [<!ENTITY e \"text\">]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]><a/>"
      })
  void documentTypeIsRefused(String document) {
    requireMalformed(document.getBytes(UTF_8));
  }

  @Test
  void fileOfAnEntityIsNeverRead(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");

    requireMalformed(
        ("<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><a>&e;</a>").getBytes(UTF_8));
  }

  @Test
  void entityBombIsRefusedBeforeItGrows() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"x\">");
    for (int i = 1; i < 40; i++) {
      bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }

    requireMalformed(bomb.append("]><a>&e39;</a>").toString().getBytes(UTF_8));
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(read("<a>".repeat(16) + "</a>".repeat(16)).children()).hasSize(1);
    requireMalformed(("<a>".repeat(17) + "</a>".repeat(17)).getBytes(UTF_8));
    requireMalformed("<a>".repeat(500_000).getBytes(UTF_8));
  }

  @Test
  void damagedDocumentIsReadOrMalformedAndNothingElse() {
    byte[] document =
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Delete xmlns=\"urn:x\"><Quiet>true</Quiet>"
                + "<Object><Key>é&amp;&#13;<![CDATA[x]]></Key><!-- c --></Object></Delete>")
            .getBytes(UTF_8);
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      byte[] damaged = document.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        XmlReader.read(damaged);
      } catch (S3Exception refused) {
        assertThat(refused.error()).isEqualTo(S3Error.MALFORMED_XML);
      }
    }
  }

  @Test
  void elementRequiresItsSchema() {
    XmlElement root = read("<a><b>1</b><c><d/></c><e/><e/></a>");

    assertThat(root.requireName("a").requireOnly("b", "c", "e", "f")).isSameAs(root);
    assertThat(root.optional("f")).isEmpty();
    assertThat(root.optionalText("b")).contains("1");
    requireMalformed(() -> root.requireName("A"));
    requireMalformed(() -> root.requireOnly("b", "c"));
    requireMalformed(() -> root.requiredText("f"));
    requireMalformed(() -> root.requiredText("c"));
    requireMalformed(() -> root.optional("e"));
    requireMalformed(() -> read("<a>text</a>").requireOnly("b"));
  }

  private static XmlElement read(String document) {
    return XmlReader.read(document.getBytes(UTF_8));
  }

  private static void requireMalformed(byte[] document) {
    requireMalformed(() -> XmlReader.read(document));
  }

  private static void requireMalformed(Runnable reading) {
    S3Exception refusal = catchThrowableOfType(S3Exception.class, reading::run);

    assertThat(refusal).isNotNull();
    assertThat(refusal.error()).isEqualTo(S3Error.MALFORMED_XML);
    assertThatThrownBy(reading::run)
        .hasMessage(
            "The XML you provided was not well-formed or did not validate against our published"
                + " schema");
  }
}
