package dev.s3emulator.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.s3emulator.internal.tls.SelfSignedCertificate.Validity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The key and the certificate of one server, and what a client needs to trust it.
 *
 * <p>They exist in memory only, as long as the server. Safe for use by many threads.
 */
public final class ServerCertificate {

  private static final String TLS = "TLS";
  private static final Period LIFE = Period.ofDays(365);

  private final X509Certificate certificate;
  private final SSLContext serverContext;
  private final X509TrustManager trustManager;
  private final SSLContext clientContext;

  private ServerCertificate(KeyPair key, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    this.certificate = certificate;
    serverContext = serverContext(key, certificate);
    trustManager = trusting(certificate);
    clientContext = SSLContext.getInstance(TLS);
    clientContext.init(null, new TrustManager[] {trustManager}, null);
  }

  /**
   * Makes a new key and a certificate for it, which is valid from the day before until a year
   * after.
   *
   * @param now the time of the clients, which may not be the emulator's
   */
  public static ServerCertificate create(HostNames names, Instant now) {
    SecureRandom random = new SecureRandom();
    try {
      KeyPair key = SelfSignedCertificate.newKey(random);
      Validity validity =
          new Validity(
              now.atOffset(ZoneOffset.UTC).minusDays(1).toInstant(),
              now.atOffset(ZoneOffset.UTC).plus(LIFE).toInstant());
      return new ServerCertificate(
          key, SelfSignedCertificate.issue(key, "S3 Emulator", names, validity, random));
    } catch (GeneralSecurityException | IOException unavailable) {
      throw new IllegalStateException(
          "This JVM cannot make a certificate for HTTPS: " + unavailable.getMessage(), unavailable);
    }
  }

  private static SSLContext serverContext(KeyPair key, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    // The key store never leaves the memory: its password protects nothing.
    char[] password = new char[0];
    KeyStore keys = emptyStore();
    keys.setKeyEntry("server", key.getPrivate(), password, new Certificate[] {certificate});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    SSLContext context = SSLContext.getInstance(TLS);
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static X509TrustManager trusting(X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = emptyStore();
    trusted.setCertificateEntry("server", certificate);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("no trust manager for X.509");
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** Returns what the server encrypts with. */
  public SSLContext serverContext() {
    return serverContext;
  }

  /** Returns what a client encrypts with that trusts this certificate and no other. */
  public SSLContext clientContext() {
    return clientContext;
  }

  /** Returns what trusts this certificate and no other. */
  public X509TrustManager trustManager() {
    return trustManager;
  }

  /** Returns the certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Returns the certificate as text (RFC 7468). */
  public String pem() {
    try {
      Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
      return "-----BEGIN CERTIFICATE-----\n"
          + lines.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
