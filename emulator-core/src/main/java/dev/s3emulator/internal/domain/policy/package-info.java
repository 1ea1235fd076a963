/** A parsed policy of IAM: immutable values that are compiled once and decide without parsing. */
@NullMarked
package dev.s3emulator.internal.domain.policy;

import org.jspecify.annotations.NullMarked;
