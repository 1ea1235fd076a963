package dev.s3emulator.internal.domain;

/** What a rule makes of a bucket: the next bucket, and what to tell the client. */
public record Change<T>(Bucket bucket, T outcome) {}
