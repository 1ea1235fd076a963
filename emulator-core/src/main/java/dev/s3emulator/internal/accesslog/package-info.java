/** Server access logs: a record of each request to a bucket that logs, delivered to a bucket. */
@NullMarked
package dev.s3emulator.internal.accesslog;

import org.jspecify.annotations.NullMarked;
