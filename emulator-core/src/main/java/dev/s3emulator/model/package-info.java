/**
 * The words in which the public packages speak of S3: its operations, and read-only views of what a
 * server holds or held.
 */
@NullMarked
package dev.s3emulator.model;

import org.jspecify.annotations.NullMarked;
