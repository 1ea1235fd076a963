/** The operations on who may use buckets and objects: ACLs and policies, one file each. */
@NullMarked
package dev.s3emulator.internal.operation.access;

import org.jspecify.annotations.NullMarked;
