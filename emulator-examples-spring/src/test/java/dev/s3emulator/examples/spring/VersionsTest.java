package dev.s3emulator.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Version;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** These tests run with what users of Spring Boot 3 get, not with the versions of this build. */
class VersionsTest {

  @Test
  void undertowIsTheOneOfSpringBoot3() {
    assertThat(SpringBootVersion.getVersion()).startsWith("3.");
    assertThat(Version.getVersionString()).startsWith("2.3.");
  }
}
