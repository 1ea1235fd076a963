package dev.s3emulator.internal.xml;

import dev.s3emulator.internal.domain.S3Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of a request document, by local name: S3 does not look at namespaces.
 *
 * <p>The reading methods are the schema: each refuses with MalformedXML what S3 refuses.
 *
 * @param name the local name
 * @param type the value of the attribute {@code xsi:type}, the only one that S3 reads; empty
 *     without it
 * @param text the text, verbatim; empty when the element holds elements
 * @param children the elements in it, in order
 */
public record XmlElement(String name, String type, String text, List<XmlElement> children) {

  /**
   * Returns this element if it holds no other elements than these, and no text.
   *
   * @throws S3Exception MalformedXML if it holds another one, or text
   */
  public XmlElement requireOnly(String... names) {
    if (!text.isBlank()) {
      throw S3Exception.malformedXml();
    }
    List<String> allowed = List.of(names);
    for (XmlElement child : children) {
      if (!allowed.contains(child.name)) {
        throw S3Exception.malformedXml();
      }
    }
    return this;
  }

  /**
   * Returns this element if it has this name.
   *
   * @throws S3Exception MalformedXML if it has another name
   */
  public XmlElement requireName(String expected) {
    if (!name.equals(expected)) {
      throw S3Exception.malformedXml();
    }
    return this;
  }

  /** Returns the children of this name. */
  public List<XmlElement> all(String childName) {
    List<XmlElement> matching = new ArrayList<>();
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        matching.add(child);
      }
    }
    return matching;
  }

  /**
   * Returns the child of this name.
   *
   * @throws S3Exception MalformedXML if there are two
   */
  public Optional<XmlElement> optional(String childName) {
    XmlElement found = null;
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        if (found != null) {
          throw S3Exception.malformedXml();
        }
        found = child;
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * Returns the text of the child of this name.
   *
   * @throws S3Exception MalformedXML if there are two, or it holds elements
   */
  public Optional<String> optionalText(String childName) {
    return optional(childName).map(XmlElement::requireText);
  }

  /**
   * Returns the text of the child of this name.
   *
   * @throws S3Exception MalformedXML if there is not exactly one, or it holds elements
   */
  public String requiredText(String childName) {
    return optionalText(childName).orElseThrow(S3Exception::malformedXml);
  }

  /**
   * Returns the texts of the children of this name.
   *
   * @throws S3Exception MalformedXML if one of them holds elements
   */
  public List<String> allTexts(String childName) {
    return all(childName).stream().map(XmlElement::requireText).toList();
  }

  private String requireText() {
    if (!children.isEmpty()) {
      throw S3Exception.malformedXml();
    }
    return text;
  }
}
