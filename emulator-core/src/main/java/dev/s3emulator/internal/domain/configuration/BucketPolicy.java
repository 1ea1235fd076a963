package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.policy.Policy;

/**
 * The policy of a bucket.
 *
 * @param text the document as it was sent
 * @param policy what it says
 */
public record BucketPolicy(String text, Policy policy) implements BucketConfiguration {}
