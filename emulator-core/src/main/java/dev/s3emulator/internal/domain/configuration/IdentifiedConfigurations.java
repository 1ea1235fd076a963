package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * The configurations of which a bucket may have many of a kind, each under an id of its own. Kept
 * and shown; none is executed.
 *
 * @param byKind the configurations by kind and id; a kind without any has no entry
 */
public record IdentifiedConfigurations(HashPMap<Kind, TreePMap<String, DocumentNode>> byKind)
    implements BucketConfiguration {

  /** No configuration of any kind. */
  public static final IdentifiedConfigurations NONE =
      new IdentifiedConfigurations(HashTreePMap.empty());

  /** The most configurations of one kind that a bucket may have. */
  public static final int MAX_PER_KIND = 1000;

  /** The kinds. */
  public enum Kind {
    /** Storage class analysis. */
    ANALYTICS("AnalyticsConfiguration", "analytics"),
    /** Archive tiers of the storage class INTELLIGENT_TIERING. */
    INTELLIGENT_TIERING("IntelligentTieringConfiguration", "intelligent-tiering"),
    /** Inventory reports. */
    INVENTORY("InventoryConfiguration", "inventory"),
    /** Request metrics. */
    METRICS("MetricsConfiguration", "metrics");

    private final String root;
    private final String subResource;

    Kind(String root, String subResource) {
      this.root = root;
      this.subResource = subResource;
    }

    /** Returns the name of the document's root element. */
    public String root() {
      return root;
    }

    /** Returns the query parameter that names the kind. */
    public String subResource() {
      return subResource;
    }
  }

  /** Returns the configuration of this kind and id. */
  public Optional<DocumentNode> get(Kind kind, String id) {
    return Optional.ofNullable(all(kind).get(id));
  }

  /** Returns the configurations of a kind in the order of their ids. */
  public TreePMap<String, DocumentNode> all(Kind kind) {
    TreePMap<String, DocumentNode> all = byKind.get(kind);
    return all == null ? TreePMap.empty() : all;
  }

  /** Returns the configurations of a kind whose id comes after {@code id}. */
  public Map<String, DocumentNode> after(Kind kind, String id) {
    return all(kind).tailMap(id, false);
  }

  /** Returns this with a configuration in the place of the one of its kind and id. */
  public IdentifiedConfigurations with(Kind kind, String id, DocumentNode document) {
    return new IdentifiedConfigurations(byKind.plus(kind, all(kind).plus(id, document)));
  }

  /** Returns this without the configuration of this kind and id. */
  public IdentifiedConfigurations without(Kind kind, String id) {
    TreePMap<String, DocumentNode> rest = all(kind).minus(id);
    return new IdentifiedConfigurations(
        rest.isEmpty() ? byKind.minus(kind) : byKind.plus(kind, rest));
  }
}
