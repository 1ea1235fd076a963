/** Read-only views of the domain for users. */
@NullMarked
package dev.s3emulator.internal.view;

import org.jspecify.annotations.NullMarked;
