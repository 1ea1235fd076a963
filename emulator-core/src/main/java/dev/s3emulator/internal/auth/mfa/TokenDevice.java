package dev.s3emulator.internal.auth.mfa;

/**
 * A device for multi-factor authentication.
 *
 * @param serialNumber the serial number, or the ARN of a virtual device
 * @param codes where its codes come from
 * @param singleUse whether each code counts once only
 */
public record TokenDevice(String serialNumber, TokenCodes codes, boolean singleUse) {}
