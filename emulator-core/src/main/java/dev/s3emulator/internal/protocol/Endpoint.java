package dev.s3emulator.internal.protocol;

import java.util.Optional;

/**
 * What the host of a request says beside the bucket.
 *
 * @param kind which of S3's services answers at such a host
 * @param region the region that the host names, as those of AWS do
 */
public record Endpoint(Kind kind, Optional<String> region) {

  /** A host that speaks the API and names no region. */
  public static final Endpoint REST = new Endpoint(Kind.REST, Optional.empty());

  /** The kinds of hosts. */
  public enum Kind {
    /** The API. */
    REST,
    /** The API by way of Transfer Acceleration. */
    ACCELERATE,
    /** A bucket as a website. */
    WEBSITE
  }
}
