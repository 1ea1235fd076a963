package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import software.amazon.awssdk.regions.Region;

/** Names the region of the target in the terms of the AWS SDK for Java 2. */
public final class RegionFactory implements S3ClientFactory<Region> {

  @Override
  public String typeName() {
    return "software.amazon.awssdk.regions.Region";
  }

  @Override
  public Region create(S3Target target) {
    return Region.of(target.region());
  }
}
