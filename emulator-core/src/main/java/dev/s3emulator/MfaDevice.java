package dev.s3emulator;

/**
 * A device for multi-factor authentication, whose codes MFA Delete asks for. Immutable and safe for
 * use by many threads.
 *
 * @param serialNumber the serial number, or the ARN of a virtual device
 */
public record MfaDevice(String serialNumber) {}
