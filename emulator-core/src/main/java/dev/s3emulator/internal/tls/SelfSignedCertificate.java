package dev.s3emulator.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes an X.509 certificate of version 3 that signs itself (RFC 5280), with a key of its own on
 * the curve P-256.
 *
 * <p>It is the certificate of a server and of no authority, and it states no use of its key: so
 * every TLS library that was asked to trust it takes it for the server's, whether it compares the
 * certificate or looks for a trusted issuer of that name.
 */
final class SelfSignedCertificate {

  private static final byte[] ECDSA_WITH_SHA256 =
      Der.sequence(Der.objectIdentifier(1, 2, 840, 10045, 4, 3, 2));
  private static final byte[] COMMON_NAME = Der.objectIdentifier(2, 5, 4, 3);
  private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.objectIdentifier(2, 5, 29, 17);
  private static final byte[] BASIC_CONSTRAINTS = Der.objectIdentifier(2, 5, 29, 19);
  private static final byte[] EXTENDED_KEY_USAGE = Der.objectIdentifier(2, 5, 29, 37);
  private static final byte[] SERVER_AUTHENTICATION =
      Der.objectIdentifier(1, 3, 6, 1, 5, 5, 7, 3, 1);

  private static final BigInteger VERSION_3 = BigInteger.TWO;
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  /** A serial number is positive and random, so that two servers never share one. */
  private static final int SERIAL_BITS = 120;

  private SelfSignedCertificate() {}

  /** Makes a key. */
  static KeyPair newKey(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  /**
   * Makes a certificate.
   *
   * @param commonName what the certificate calls its owner
   * @param names the hosts that it is for
   */
  static X509Certificate issue(
      KeyPair key, String commonName, HostNames names, Validity validity, SecureRandom random)
      throws GeneralSecurityException {
    byte[] owner = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8String(commonName))));
    byte[] content =
        Der.sequence(
            Der.explicit(0, Der.integer(VERSION_3)),
            Der.integer(new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS)),
            ECDSA_WITH_SHA256,
            owner,
            Der.sequence(Der.time(validity.from()), Der.time(validity.until())),
            owner,
            key.getPublic().getEncoded(),
            Der.explicit(3, extensions(names)));
    byte[] certificate =
        Der.sequence(content, ECDSA_WITH_SHA256, Der.bitString(signed(content, key, random)));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }

  private static byte[] signed(byte[] content, KeyPair key, SecureRandom random)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate(), random);
    signature.update(content);
    return signature.sign();
  }

  private static byte[] extensions(HostNames names) {
    // An empty sequence is the default of the basic constraints: no authority.
    byte[] constraints =
        Der.sequence(BASIC_CONSTRAINTS, Der.bool(true), Der.octetString(Der.sequence()));
    byte[] usage =
        Der.sequence(EXTENDED_KEY_USAGE, Der.octetString(Der.sequence(SERVER_AUTHENTICATION)));
    byte[] alternatives =
        Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octetString(Der.sequence(generalNames(names))));
    return Der.sequence(constraints, usage, alternatives);
  }

  private static List<byte[]> generalNames(HostNames names) {
    return Stream.concat(
            names.names().stream().map(name -> Der.implicit(DNS_NAME, name.getBytes(US_ASCII))),
            names.addresses().stream()
                .map(InetAddress::getAddress)
                .map(address -> Der.implicit(IP_ADDRESS, address)))
        .toList();
  }

  /**
   * When a certificate is valid.
   *
   * @param from the first second
   * @param until the last second
   */
  record Validity(Instant from, Instant until) {}
}
