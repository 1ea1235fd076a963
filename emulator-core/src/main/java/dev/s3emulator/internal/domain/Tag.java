package dev.s3emulator.internal.domain;

/** One tag as a request gives it, before any rule has judged it. */
public record Tag(String key, String value) {}
