/** The record of the requests that a server has answered. */
@NullMarked
package dev.s3emulator.journal;

import org.jspecify.annotations.NullMarked;
