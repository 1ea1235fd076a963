package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;

/**
 * Who pays for requests.
 *
 * @param payer who pays
 */
public record RequestPayment(Payer payer) implements BucketConfiguration {

  /** What holds for a bucket where nothing was set. */
  public static final RequestPayment DEFAULT = new RequestPayment(Payer.BUCKET_OWNER);

  /** Who pays, by the wire name. */
  public enum Payer {
    /** The bucket's owner. */
    BUCKET_OWNER("BucketOwner"),
    /** Whoever asks. */
    REQUESTER("Requester");

    private final String wireName;

    Payer(String wireName) {
      this.wireName = wireName;
    }

    /** Returns the name as in documents. */
    public String wireName() {
      return wireName;
    }
  }
}
