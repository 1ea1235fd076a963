package dev.s3emulator.internal.auth;

/** Decides who may do what. Pure, and safe for use by many threads. */
@FunctionalInterface
public interface Authorizer {

  /** Returns whether the request is allowed, and by which rule. */
  AccessDecision decide(AccessRequest request);
}
