/**
 * The state in a folder: a journal of changes, snapshots of all, and how both are read again. The
 * format is described in FORMAT.md beside the sources.
 */
@NullMarked
package dev.s3emulator.internal.persistence;

import org.jspecify.annotations.NullMarked;
