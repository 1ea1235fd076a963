/** The current state, how it is changed, and what it needs from outside: time and ids. */
@NullMarked
package dev.s3emulator.internal.engine;

import org.jspecify.annotations.NullMarked;
