package dev.s3emulator.internal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Exception;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads request documents, which are small and bounded, into {@link XmlElement}s.
 *
 * <p>Documents are UTF-8, whatever their declaration says. They are decoded here because the parser
 * prints broken UTF-8 to the standard error stream.
 *
 * <p>The JDK's own StAX parser, whatever parser the user's class path holds. A document type
 * declaration is refused, so there are no entities to expand and none to fetch. The factory is made
 * when the first document arrives: a server that never sees XML does not pay for it.
 */
public final class XmlReader {

  private static final int MAX_DEPTH = 16;

  private XmlReader() {}

  /**
   * Returns the root element of a document.
   *
   * @throws S3Exception MalformedXML if it is not UTF-8, not well-formed, has a document type,
   *     nests deeper than any document of S3, or mixes text with elements
   */
  public static XmlElement read(byte[] document) {
    try {
      XMLStreamReader reader =
          Factory.INSTANCE.createXMLStreamReader(new StringReader(decode(document)));
      try {
        XmlElement root = readRoot(reader);
        while (reader.hasNext()) {
          reader.next();
        }
        return root;
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | CharacterCodingException notWellFormed) {
      throw S3Exception.malformedXml();
    }
  }

  private static String decode(byte[] document) throws CharacterCodingException {
    String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    boolean byteOrderMark = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return byteOrderMark ? text.substring(1) : text;
  }

  private static XmlElement readRoot(XMLStreamReader reader) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw S3Exception.malformedXml();
      }
    }
    return readElement(reader, 1);
  }

  private static XmlElement readElement(XMLStreamReader reader, int depth)
      throws XMLStreamException {
    if (depth > MAX_DEPTH) {
      throw S3Exception.malformedXml();
    }
    String name = reader.getLocalName();
    String type = reader.getAttributeValue(XmlWriter.SCHEMA_INSTANCE, "type");
    CharSequence text = "";
    List<XmlElement> children = List.of();
    for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; ) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          children = children.isEmpty() ? new ArrayList<>() : children;
          children.add(readElement(reader, depth + 1));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text = join(text, reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> throw S3Exception.malformedXml();
        default -> {
          // Comments and processing instructions mean nothing here.
        }
      }
      event = reader.next();
    }
    if (children.isEmpty()) {
      return new XmlElement(name, type == null ? "" : type, text.toString(), List.of());
    }
    if (!isWhiteSpace(text)) {
      throw S3Exception.malformedXml();
    }
    return new XmlElement(name, type == null ? "" : type, "", children);
  }

  /** Most texts come in one piece, which is then not copied. */
  private static CharSequence join(CharSequence text, String piece) {
    if (text.length() == 0) {
      return piece;
    }
    StringBuilder joined =
        text instanceof StringBuilder builder ? builder : new StringBuilder(text);
    return joined.append(piece);
  }

  /** XML's white space is less than Java's: a no-break or em space is text. */
  private static boolean isWhiteSpace(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Made on first use. */
  private static final class Factory {
    static final XMLInputFactory INSTANCE = create();

    private static XMLInputFactory create() {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      // From JDK 24 on these limits also count &amp; and &#13;, which a thousand keys may be full
      // of.
      // Without a document type there are no entities that could grow, and documents are bounded.
      factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
      factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
      return factory;
    }
  }
}
