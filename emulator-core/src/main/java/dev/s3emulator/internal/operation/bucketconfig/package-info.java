/**
 * The operations on the configurations of a bucket. One {@code …Document} for each kind knows its
 * XML; {@link dev.s3emulator.internal.operation.bucketconfig.PutConfiguration}, {@link
 * dev.s3emulator.internal.operation.bucketconfig.GetConfiguration} and {@link
 * dev.s3emulator.internal.operation.bucketconfig.DeleteConfiguration} do what all have in common.
 */
@NullMarked
package dev.s3emulator.internal.operation.bucketconfig;

import org.jspecify.annotations.NullMarked;
