package dev.s3emulator.junit5;

import java.net.URI;

/** A user's own client. */
record PhotoStore(URI endpoint) {}
