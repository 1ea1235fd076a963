package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.engine.IdSource;
import java.util.List;

/** Gives an id to the rules that come without one, as S3 does. */
final class GeneratedIds {

  private GeneratedIds() {}

  /**
   * Returns the document with an id in each of its parts that hold others.
   *
   * @param idName the name of the id's element, which stands first
   */
  static DocumentNode complete(DocumentNode document, String idName, IdSource ids) {
    List<DocumentNode> rules =
        document.children().stream()
            .map(rule -> rule.children().isEmpty() ? rule : complete(rule, idName, ids.requestId()))
            .toList();
    return new DocumentNode(document.name(), "", rules);
  }

  private static DocumentNode complete(DocumentNode rule, String idName, String generated) {
    if (rule.textOf(idName).filter(id -> !id.isEmpty()).isPresent()) {
      return rule;
    }
    List<DocumentNode> others =
        rule.children().stream().filter(child -> !child.name().equals(idName)).toList();
    return new DocumentNode(rule.name(), "", others)
        .startingWith(DocumentNode.ofText(idName, generated));
  }
}
