package dev.s3emulator.internal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answer documents (xml-shapes, general rules). */
class XmlWriterTest {

  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @Test
  void documentStandsOnOneLineBehindTheProlog() {
    XmlWriter xml =
        XmlWriter.document("List")
            .start("Item")
            .element("Name", "é")
            .element("Size", 5_000_000_000L)
            .element("Latest", true)
            .elementIfPresent("Missing", null)
            .elementIfPresent("Empty", "")
            .end()
            .start("Open");

    assertThat(new String(xml.finish(), UTF_8))
        .isEqualTo(
            PROLOG
                + "<List xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Item><Name>é</Name>"
                + "<Size>5000000000</Size><Latest>true</Latest><Empty></Empty></Item>"
                + "<Open></Open></List>");
  }

  @Test
  void errorHasNoNamespace() {
    byte[] document = XmlWriter.documentWithoutNamespace("Error").element("Code", "X").finish();

    assertThat(new String(document, UTF_8)).isEqualTo(PROLOG + "<Error><Code>X</Code></Error>");
  }

  @Test
  void rootMayHoldText() {
    assertThat(new String(XmlWriter.document("Location").text("a<b").finish(), UTF_8))
        .endsWith("/\">a&lt;b</Location>");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "&,&amp;",
        "<a>,&lt;a&gt;",
        "\"'',&quot;''",
        "]]>,]]&gt;",
        "a\rb,a&#13;b",
        "'a\tb\nc','a\tb\nc'",
        "\u0000,&#0;",
        "\u0001,&#1;",
        "\u001F,&#31;",
        "\uFFFE,&#65534;",
        "\uFFFF,&#65535;",
        "\u007F,\u007F",
        "\uD83D\uDE00,\uD83D\uDE00",
        "€,€"
      })
  void textIsEscaped(String text, String written) {
    assertThat(new String(XmlWriter.documentWithoutNamespace("a").text(text).finish(), UTF_8))
        .isEqualTo(PROLOG + "<a>" + written + "</a>");
  }

  @Test
  void readerReadsWhatXmlCanHold() {
    String text = " \t\n\ra&b<c>\"'\uD83D\uDE00€\u007F\u0085\u2028]]> ";

    XmlElement root = XmlReader.read(XmlWriter.document("Root").element("Key", text).finish());

    assertThat(root.requiredText("Key")).isEqualTo(text);
  }
}
