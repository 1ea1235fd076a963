/** What tests need of an S3 that is not an emulator of their own. */
@NullMarked
package dev.s3emulator.junit5.internal.endpoint;

import org.jspecify.annotations.NullMarked;
