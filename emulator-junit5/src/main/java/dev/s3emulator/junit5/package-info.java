/** The S3 emulator in tests on JUnit 5 and 6: {@link dev.s3emulator.junit5.S3Emulator}. */
@NullMarked
package dev.s3emulator.junit5;

import org.jspecify.annotations.NullMarked;
