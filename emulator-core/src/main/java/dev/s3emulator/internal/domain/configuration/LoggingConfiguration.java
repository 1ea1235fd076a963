package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;
import java.util.List;
import java.util.Optional;

/**
 * Where the records of requests to a bucket go.
 *
 * @param target where they go, or empty when nothing is logged
 */
public record LoggingConfiguration(Optional<Target> target) implements BucketConfiguration {

  /**
   * Where records go.
   *
   * @param bucketName the bucket of the log objects
   * @param prefix what their keys begin with
   * @param keyFormat what follows in their keys, if the configuration says it
   * @param grants who else may use them, as far as the bucket's ACLs mean anything
   */
  public record Target(
      String bucketName, String prefix, Optional<KeyFormat> keyFormat, List<TargetGrant> grants) {

    /** Keeps a copy of the list. */
    public Target {
      grants = List.copyOf(grants);
    }

    /** Returns the target with other grants. */
    public Target with(List<TargetGrant> others) {
      return new Target(bucketName, prefix, keyFormat, others);
    }
  }

  /** What follows the prefix in the key of a log object. */
  public enum KeyFormat {
    /** The time of delivery, which is also what is meant when nothing is said. */
    SIMPLE,
    /** A path by source and day of the requests, and that day. */
    PARTITIONED_BY_EVENT_TIME,
    /** A path by source and day of the delivery, and the time of the delivery. */
    PARTITIONED_BY_DELIVERY_TIME
  }

  /**
   * Who else may use log objects.
   *
   * @param type how the grantee is named
   * @param grantee its canonical id, URI or address
   * @param permission what it may, spelled as on the wire
   */
  public record TargetGrant(GranteeType type, String grantee, String permission) {}

  /** How a grantee is named. */
  public enum GranteeType {
    /** An account by its canonical id. */
    CANONICAL_USER("CanonicalUser", "ID"),
    /** A predefined group by its URI. */
    GROUP("Group", "URI"),
    /** An account by the address of its mail, which no configuration keeps. */
    EMAIL("AmazonCustomerByEmail", "EmailAddress");

    private final String wireName;
    private final String element;

    GranteeType(String wireName, String element) {
      this.wireName = wireName;
      this.element = element;
    }

    /** Returns the value of {@code xsi:type}. */
    public String wireName() {
      return wireName;
    }

    /** Returns the element that holds the name. */
    public String element() {
      return element;
    }
  }
}
