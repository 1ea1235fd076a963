/** The policy language of IAM: reading, checking and evaluating policies. */
@NullMarked
package dev.s3emulator.internal.auth.policy;

import org.jspecify.annotations.NullMarked;
