/** What the packages of this module share with each other and with nobody else. */
@NullMarked
package dev.s3emulator.junit5.internal;

import org.jspecify.annotations.NullMarked;
