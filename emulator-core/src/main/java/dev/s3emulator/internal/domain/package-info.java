/**
 * Buckets, versions and delete markers as immutable values, and the pure rules that change them.
 */
@NullMarked
package dev.s3emulator.internal.domain;

import org.jspecify.annotations.NullMarked;
