package dev.s3emulator.internal.http;

import javax.net.ssl.SSLContext;

/**
 * Where a transport listens for HTTPS, beside its port for HTTP.
 *
 * @param number the port, or 0 for any free one
 * @param context what it encrypts with
 */
public record SecurePort(int number, SSLContext context) {}
