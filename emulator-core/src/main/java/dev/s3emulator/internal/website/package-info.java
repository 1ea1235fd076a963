/** A bucket as a website: what its website endpoint answers (protocol-notes 26). */
@NullMarked
package dev.s3emulator.internal.website;

import org.jspecify.annotations.NullMarked;
