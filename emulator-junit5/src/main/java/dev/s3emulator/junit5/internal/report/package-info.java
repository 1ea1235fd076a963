/** The report about what S3 saw during a test. */
@NullMarked
package dev.s3emulator.junit5.internal.report;

import org.jspecify.annotations.NullMarked;
