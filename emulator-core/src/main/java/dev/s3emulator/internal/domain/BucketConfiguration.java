package dev.s3emulator.internal.domain;

/**
 * A configuration that a bucket may have: an immutable value, one class for each kind. A bucket has
 * at most one of each class.
 */
public interface BucketConfiguration {}
