package dev.s3emulator.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The certificate as the JDK reads it. */
class ServerCertificateTest {

  private static final Instant NOW = Instant.now();

  private static ServerCertificate server;
  private static X509Certificate certificate;

  @BeforeAll
  static void create() throws Exception {
    HostNames hosts =
        new HostNames(
            List.of("localhost", "*.s3.test"),
            List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1")));
    server = ServerCertificate.create(hosts, NOW);
    certificate = server.certificate();
  }

  @Test
  void signsItself() throws Exception {
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=S3 Emulator");
    assertThat(certificate.getIssuerX500Principal())
        .isEqualTo(certificate.getSubjectX500Principal());
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
  }

  @Test
  void hasAKeyOnP256AndAPositiveSerialNumber() {
    assertThat(certificate.getPublicKey()).isInstanceOf(ECPublicKey.class);
    assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength())
        .isEqualTo(256);
    assertThat(certificate.getSerialNumber().signum()).isEqualTo(1);
    // 20 bytes at most (RFC 5280, 4.1.2.2).
    assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(121);
  }

  @Test
  void isForItsHosts() throws Exception {
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(
            List.of(2, "localhost"),
            List.of(2, "*.s3.test"),
            List.of(7, "127.0.0.1"),
            List.of(7, "0:0:0:0:0:0:0:1"));
  }

  @Test
  void isForServersAndNoAuthority() throws Exception {
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getCriticalExtensionOIDs()).containsExactly("2.5.29.19");
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(certificate.getKeyUsage()).isNull();
  }

  @Test
  void isValidForAYear() throws Exception {
    certificate.checkValidity(Date.from(NOW.minusSeconds(86_000)));
    certificate.checkValidity(Date.from(NOW.plusSeconds(364L * 86_400)));
    assertThatThrownBy(() -> certificate.checkValidity(Date.from(NOW.minusSeconds(90_000))))
        .isInstanceOf(CertificateException.class);
  }

  @Test
  void isTheSameAsText() throws Exception {
    assertThat(server.pem().lines()).allMatch(line -> line.length() <= 64);
    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(server.pem().getBytes(US_ASCII))))
        .isEqualTo(certificate);
  }

  @Test
  void isTrustedAndNoOtherIs() throws Exception {
    X509Certificate another =
        ServerCertificate.create(new HostNames(List.of("localhost"), List.of()), NOW).certificate();

    server.trustManager().checkServerTrusted(new X509Certificate[] {certificate}, "ECDHE_ECDSA");
    assertThatThrownBy(
            () ->
                server
                    .trustManager()
                    .checkServerTrusted(new X509Certificate[] {another}, "ECDHE_ECDSA"))
        .isInstanceOf(CertificateException.class);
    assertThat(another.getSerialNumber()).isNotEqualTo(certificate.getSerialNumber());
    assertThat(another.getPublicKey()).isNotEqualTo(certificate.getPublicKey());
  }
}
