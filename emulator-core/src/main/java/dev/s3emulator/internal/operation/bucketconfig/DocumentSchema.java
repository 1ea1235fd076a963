package dev.s3emulator.internal.operation.bucketconfig;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.internal.xml.XmlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema of the configurations that are kept as they were sent, as data: {@code schemas.txt}.
 *
 * <p>What S3 refuses is refused here: an unknown element, one too many or too few, a text that is
 * not of its type. The members come out in the order in which S3 shows them.
 */
final class DocumentSchema {

  private DocumentSchema() {}

  /**
   * Reads a document.
   *
   * @param root the name of the root element, which is the name of its structure
   * @throws S3Exception MissingRequestBodyError or MalformedXML
   */
  static DocumentNode read(byte[] bytes, String root) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    return structure(XmlReader.read(bytes).requireName(root), root);
  }

  /** Writes a document as the answer to GET. */
  static byte[] write(DocumentNode document) {
    XmlWriter xml = XmlWriter.document(document.name());
    document.children().forEach(xml::node);
    return xml.finish();
  }

  private static DocumentNode structure(XmlElement element, String structure) {
    List<SchemaMember> members = Structures.of(structure);
    element.requireOnly(members.stream().map(SchemaMember::name).toArray(String[]::new));
    List<DocumentNode> children = new ArrayList<>();
    for (SchemaMember member : members) {
      children.addAll(members(element, member));
    }
    return new DocumentNode(element.name(), "", children);
  }

  private static List<DocumentNode> members(XmlElement parent, SchemaMember member) {
    List<XmlElement> elements = parent.all(member.name());
    boolean tooMany = elements.size() > 1 && !member.repeated();
    boolean tooFew = elements.isEmpty() && member.required();
    if (tooMany || tooFew) {
      throw S3Exception.malformedXml();
    }
    return elements.stream().map(element -> member(element, member)).toList();
  }

  private static DocumentNode member(XmlElement element, SchemaMember member) {
    SchemaMember list = member.list();
    if (list != null) {
      element.requireOnly(list.name());
      return new DocumentNode(element.name(), "", members(element, list));
    }
    String structure = member.structure();
    if (structure != null) {
      return structure(element, structure);
    }
    if (!element.children().isEmpty()) {
      throw S3Exception.malformedXml();
    }
    member.requireValid(element.text());
    return DocumentNode.ofText(element.name(), element.text());
  }

  /** Read when the first of these documents comes in. */
  private static final class Structures {
    private static final String RESOURCE = "schemas.txt";
    private static final Map<String, List<SchemaMember>> BY_NAME = load();

    static List<SchemaMember> of(String structure) {
      List<SchemaMember> members = BY_NAME.get(structure);
      if (members == null) {
        throw new IllegalStateException(RESOURCE + " lacks " + structure);
      }
      return members;
    }

    private static Map<String, List<SchemaMember>> load() {
      Map<String, List<SchemaMember>> structures = new HashMap<>();
      for (String line : lines()) {
        int equals = line.indexOf(" =");
        if (!line.startsWith("#") && equals > 0) {
          structures.put(line.substring(0, equals), parse(line.substring(equals + 2).strip()));
        }
      }
      return Map.copyOf(structures);
    }

    private static List<SchemaMember> parse(String members) {
      return members.isEmpty()
          ? List.of()
          : Arrays.stream(members.split(", ", -1)).map(SchemaMember::parse).toList();
    }

    private static List<String> lines() {
      try (InputStream schemas = DocumentSchema.class.getResourceAsStream(RESOURCE)) {
        if (schemas == null) {
          throw new IllegalStateException("The jar lacks " + RESOURCE);
        }
        return new String(schemas.readAllBytes(), UTF_8).lines().toList();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
