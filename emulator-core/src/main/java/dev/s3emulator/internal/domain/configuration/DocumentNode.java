package dev.s3emulator.internal.domain.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a configuration that was checked against its schema and is kept as it was sent: a name
 * with a text, or with parts of its own.
 *
 * @param name the element's name
 * @param text the text; empty when it holds other parts
 * @param children the parts, in the order in which S3 shows them
 */
public record DocumentNode(String name, String text, List<DocumentNode> children) {

  /** Keeps a copy of the list. */
  public DocumentNode {
    children = List.copyOf(children);
  }

  /** Returns a part with a text. */
  public static DocumentNode ofText(String name, String text) {
    return new DocumentNode(name, text, List.of());
  }

  /** Returns the parts of this name. */
  public List<DocumentNode> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** Returns the first part of this name. */
  public Optional<DocumentNode> first(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst();
  }

  /** Returns whether there is a part of this name. */
  public boolean has(String childName) {
    return first(childName).isPresent();
  }

  /** Returns the text of the first part of this name. */
  public Optional<String> textOf(String childName) {
    return first(childName).map(DocumentNode::text);
  }

  /** Returns this with {@code child} in front of its other parts. */
  public DocumentNode startingWith(DocumentNode child) {
    List<DocumentNode> all = new ArrayList<>(children.size() + 1);
    all.add(child);
    all.addAll(children);
    return new DocumentNode(name, text, all);
  }
}
