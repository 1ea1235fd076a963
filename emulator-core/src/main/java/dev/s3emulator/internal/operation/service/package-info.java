/** Operations on the service. */
@NullMarked
package dev.s3emulator.internal.operation.service;

import org.jspecify.annotations.NullMarked;
