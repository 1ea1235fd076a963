package dev.s3emulator.examples;

import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The buckets of the application, for every test that needs them. */
@S3Emulator(
    buckets = {
      @Bucket(name = "photos", versioning = Versioning.ENABLED),
      @Bucket(name = "archive", objectLock = true)
    })
@Retention(RetentionPolicy.RUNTIME)
@interface PhotoBuckets {}
