package dev.s3emulator.internal.operation.service;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.QueryParameters;
import java.util.List;
import java.util.Optional;

/**
 * Which buckets a ListBuckets asks for.
 *
 * @param prefix what the names start with
 * @param region the region that the buckets are in
 * @param after the last name of the page before, or nothing
 * @param maxBuckets the size of a page
 * @param showsRegions whether the answer names regions: any of the parameters brings them
 */
record BucketQuery(
    String prefix, Optional<Region> region, String after, int maxBuckets, boolean showsRegions) {

  static final String PREFIX = "prefix";

  private static final String BUCKET_REGION = "bucket-region";
  private static final String CONTINUATION_TOKEN = "continuation-token";
  private static final String MAX_BUCKETS = "max-buckets";
  private static final int MAX = 10_000;

  /**
   * Reads the parameters; an empty one says nothing but that it is there.
   *
   * @throws S3Exception InvalidArgument
   */
  static BucketQuery parse(QueryParameters query, Region endpoint) {
    String after = given(query, CONTINUATION_TOKEN).map(BucketToken::parse).orElse("");
    int maxBuckets = given(query, MAX_BUCKETS).map(BucketQuery::maxBuckets).orElse(MAX);
    return new BucketQuery(
        query.get(PREFIX).orElse(""),
        given(query, BUCKET_REGION).map(name -> region(name, endpoint)),
        after,
        maxBuckets,
        List.of(PREFIX, BUCKET_REGION, CONTINUATION_TOKEN, MAX_BUCKETS).stream()
            .anyMatch(query::contains));
  }

  private static Optional<String> given(QueryParameters query, String name) {
    return query.get(name).filter(value -> !value.isEmpty());
  }

  private static int maxBuckets(String value) {
    // The URL rules have refused what is not an integer.
    int parsed = Integer.parseInt(value);
    if (parsed < 1 || parsed > MAX) {
      throw S3Exception.invalidArgument(
          "Argument max-buckets must be an integer between 1 and " + MAX,
          MAX_BUCKETS,
          Integer.toString(parsed));
    }
    return parsed;
  }

  private static Region region(String value, Region endpoint) {
    return Region.parse(value)
        .or(() -> Optional.of(endpoint).filter(region -> region.name().equals(value)))
        .orElseThrow(
            () ->
                S3Exception.invalidArgument(
                    "Argument value " + value + " is not a valid AWS Region", BUCKET_REGION));
  }

  /** Returns whether the region, if one was asked for, is that of the bucket. */
  boolean matches(BucketSettings bucket) {
    return region.isEmpty() || region.get().name().equals(bucket.region());
  }
}
