/** Forms of browsers: {@code multipart/form-data} bodies, taken apart as they arrive. */
@NullMarked
package dev.s3emulator.internal.protocol.form;

import org.jspecify.annotations.NullMarked;
