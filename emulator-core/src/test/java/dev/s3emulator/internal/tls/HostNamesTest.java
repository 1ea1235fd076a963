package dev.s3emulator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts a certificate is for. */
class HostNamesTest {

  @Test
  void areTheLoopbackAndTheEndpointsOfS3ByDefault() {
    HostNames hosts = HostNames.of("127.0.0.1", List.of(), "eu-west-1");

    assertThat(hosts.names())
        .containsExactly(
            "localhost",
            "*.localhost",
            "s3.localhost",
            "*.s3.localhost",
            "host.docker.internal",
            "host.testcontainers.internal",
            "s3.amazonaws.com",
            "*.s3.amazonaws.com",
            "s3.eu-west-1.amazonaws.com",
            "*.s3.eu-west-1.amazonaws.com",
            "s3-eu-west-1.amazonaws.com",
            "*.s3-eu-west-1.amazonaws.com",
            "s3.dualstack.eu-west-1.amazonaws.com",
            "*.s3.dualstack.eu-west-1.amazonaws.com",
            "s3-fips.eu-west-1.amazonaws.com",
            "*.s3-fips.eu-west-1.amazonaws.com",
            "s3-fips.dualstack.eu-west-1.amazonaws.com",
            "*.s3-fips.dualstack.eu-west-1.amazonaws.com",
            "s3-accelerate.amazonaws.com",
            "*.s3-accelerate.amazonaws.com",
            "s3-accelerate.dualstack.amazonaws.com",
            "*.s3-accelerate.dualstack.amazonaws.com");
    assertThat(hosts.addresses())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1");
  }

  @Test
  void includeDomainsAndTheirBuckets() {
    assertThat(HostNames.of("127.0.0.1", List.of("s3.test"), "us-east-1").names())
        .contains("s3.test", "*.s3.test");
  }

  @Test
  void includeTheHostThatTheServerListensOn() {
    assertThat(HostNames.of("build-box", List.of(), "us-east-1").names()).contains("build-box");
    assertThat(HostNames.of("192.0.2.7", List.of(), "us-east-1").addresses())
        .extracting(InetAddress::getHostAddress)
        .contains("192.0.2.7");
    assertThat(HostNames.of("localhost", List.of(), "us-east-1").names()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void includeEveryAddressOfAServerThatListensOnAll(String all) throws Exception {
    assertThat(HostNames.of(all, List.of(), "us-east-1").addresses())
        .contains(InetAddress.getByName("127.0.0.1"))
        .noneMatch(InetAddress::isAnyLocalAddress)
        .doesNotHaveDuplicates();
  }

  @Test
  void areThoseOfChinaInChina() {
    assertThat(HostNames.of("127.0.0.1", List.of(), "cn-north-1").names())
        .contains("*.s3.cn-north-1.amazonaws.com.cn");
  }

  @Test
  void leaveOutWhatNoCertificateCanName() {
    assertThat(HostNames.of("büro", List.of(), "us-east-1").names()).doesNotContain("büro");
  }

  @Test
  void refuseWhatIsNoAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostNames.of("1:2", List.of(), "us-east-1"))
        .withMessage("The host \"1:2\" is not a host name or an address.");
  }
}
