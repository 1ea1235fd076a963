package dev.s3emulator.internal.protocol;

/**
 * How a connection is encrypted.
 *
 * @param version the version of the protocol, such as {@code TLSv1.3}
 * @param cipherSuite the name of the cipher suite as the JDK has it
 */
public record TlsSession(String version, String cipherSuite) {}
