/** Second factors: devices, their codes, and what a code proves. */
@NullMarked
package dev.s3emulator.internal.auth.mfa;

import org.jspecify.annotations.NullMarked;
