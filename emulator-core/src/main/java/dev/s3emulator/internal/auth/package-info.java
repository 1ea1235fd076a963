/** Who makes a request: the verification of its signature. */
@NullMarked
package dev.s3emulator.internal.auth;

import org.jspecify.annotations.NullMarked;
