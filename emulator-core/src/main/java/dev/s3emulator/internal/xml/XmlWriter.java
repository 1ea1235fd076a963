package dev.s3emulator.internal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.configuration.DocumentNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes one answer document on one line, as S3 does.
 *
 * <p>Keys may hold characters that XML 1.0 forbids, and a listing must still be written: they
 * become numeric references, as does a carriage return, which a parser would otherwise turn into a
 * line feed. A conforming XML library refuses to do that, which is why this one exists. Used by one
 * thread.
 */
public final class XmlWriter {

  /** The namespace of every answer but {@code Error}. */
  public static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final StringBuilder xml;
  private final Deque<String> open = new ArrayDeque<>(8);

  private XmlWriter(int expectedLength) {
    xml = new StringBuilder(expectedLength).append(PROLOG);
  }

  /** Starts a document whose root is in S3's namespace. */
  public static XmlWriter document(String root) {
    return document(root, 512);
  }

  /** Starts such a document with an estimate of its length in characters. */
  public static XmlWriter document(String root, int expectedLength) {
    XmlWriter writer = new XmlWriter(expectedLength);
    writer.xml.append('<').append(root).append(" xmlns=\"").append(NAMESPACE).append("\">");
    writer.open.push(root);
    return writer;
  }

  /** Starts a document whose root has no namespace. */
  public static XmlWriter documentWithoutNamespace(String root) {
    return new XmlWriter(512).start(root);
  }

  /** Opens an element. */
  public XmlWriter start(String name) {
    xml.append('<').append(name).append('>');
    open.push(name);
    return this;
  }

  /** Opens an element whose type stands in its attribute {@code xsi:type}. */
  public XmlWriter start(String name, String type) {
    xml.append('<').append(name).append(" xmlns:xsi=\"").append(SCHEMA_INSTANCE);
    xml.append("\" xsi:type=\"").append(type).append("\">");
    open.push(name);
    return this;
  }

  /** Closes the element that was opened last. */
  public XmlWriter end() {
    xml.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element with text. */
  public XmlWriter element(String name, String text) {
    xml.append('<').append(name).append('>');
    append(text);
    xml.append("</").append(name).append('>');
    return this;
  }

  /** Writes an element with text in double quotes, as entity tags are written. */
  public XmlWriter quotedElement(String name, String text) {
    xml.append('<').append(name).append(">&quot;");
    append(text);
    xml.append("&quot;</").append(name).append('>');
    return this;
  }

  /** Writes an element with a number. */
  public XmlWriter element(String name, long number) {
    xml.append('<').append(name).append('>').append(number).append("</").append(name).append('>');
    return this;
  }

  /** Writes an element with {@code true} or {@code false}. */
  public XmlWriter element(String name, boolean value) {
    return element(name, Boolean.toString(value));
  }

  /** Writes an element with text, or nothing when the text is null. */
  public XmlWriter elementIfPresent(String name, @Nullable String text) {
    return text == null ? this : element(name, text);
  }

  /** Writes text into the element that is open. */
  public XmlWriter text(String text) {
    append(text);
    return this;
  }

  /** Writes a part of a configuration with all that it holds. */
  public XmlWriter node(DocumentNode node) {
    if (node.children().isEmpty()) {
      return node.text().isEmpty() ? emptyElement(node.name()) : element(node.name(), node.text());
    }
    start(node.name());
    node.children().forEach(this::node);
    return end();
  }

  /** Writes an element that holds nothing, in the short form. */
  public XmlWriter emptyElement(String name) {
    xml.append('<').append(name).append("/>");
    return this;
  }

  /** Closes what is open and returns the document in UTF-8. */
  public byte[] finish() {
    while (!open.isEmpty()) {
      end();
    }
    return xml.toString().getBytes(UTF_8);
  }

  private void append(String text) {
    if (isOrdinary(text)) {
      // Nearly every text is, and a whole string is copied much faster than its characters.
      xml.append(text);
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        case '\r' -> xml.append("&#13;");
        default -> {
          if (isOrdinary(c)) {
            xml.append(c);
          } else {
            xml.append("&#x").append(Integer.toHexString(c)).append(';');
          }
        }
      }
    }
  }

  private static boolean isOrdinary(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isOrdinary(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOrdinary(char c) {
    if (c < ' ') {
      return c == '\t' || c == '\n';
    }
    return c != '&' && c != '<' && c != '>' && c != '"' && c < '\uFFFE';
  }
}
