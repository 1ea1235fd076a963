package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.S3EmulatorServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Endpoint and keys as system properties. */
class PublishedPropertiesTest {

  private static final String ENDPOINT = "published.test.endpoint";
  private static final String SAME = "published.test.same";

  @AfterEach
  void clear() {
    System.clearProperty(ENDPOINT);
  }

  @Test
  void propertiesAreThereForTheClassAndThenAsTheyWere() {
    System.setProperty(ENDPOINT, "before");

    Running.requireSuccess(2, AllCase.class);

    assertThat(System.getProperty(ENDPOINT)).isEqualTo("before");
    assertThat(System.getProperties().stringPropertyNames())
        .filteredOn(name -> name.startsWith("published.test"))
        .containsExactly(ENDPOINT);
  }

  @Test
  void aConfigurationParameterNamesThemForClassesThatDoNot() {
    Running.requireSuccess(
        1,
        Running.runWith("s3emulator.publish.endpoint", SAME + ", " + ENDPOINT, NamelessCase.class));

    assertThat(System.getProperty(ENDPOINT)).isNull();
  }

  @Test
  void aBlankNameInTheConfigurationParameterIsRefused() {
    assertThat(
            Running.failures(
                Running.runWith("s3emulator.publish.region", "a,,b", NamelessCase.class)))
        .singleElement()
        .asString()
        .contains("s3emulator.publish.region: the name of a system property is not blank.");
  }

  @Test
  void twoThatRunSideBySideCannotHaveTheSameProperty() throws Exception {
    PublishedProperties properties = new PublishedProperties();
    AutoCloseable left = properties.publish("[engine]/[class:Left]", ENDPOINT, "left");

    assertThatThrownBy(() -> properties.publish("[engine]/[class:Right]", ENDPOINT, "right"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the system property \"published.test.endpoint\" is set by another emulator at the"
                + " same time");
    assertThat(System.getProperty(ENDPOINT)).isEqualTo("left");

    left.close();
    assertThat(System.getProperty(ENDPOINT)).isNull();
    properties.publish("[engine]/[class:Right]", ENDPOINT, "right").close();
  }

  @S3Emulator(
      region = "eu-west-1",
      endpointProperty = {ENDPOINT, "published.test.other"},
      accessKeyProperty = "published.test.id",
      secretKeyProperty = "published.test.secret",
      regionProperty = "published.test.region")
  static class AllCase {
    @BeforeAll
    static void areThere(S3EmulatorServer server) {
      assertThat(System.getProperty(ENDPOINT)).isEqualTo(server.endpoint().toString());
    }

    @Test
    void hold(S3EmulatorServer server) {
      assertThat(System.getProperty(ENDPOINT)).isEqualTo(server.endpoint().toString());
      assertThat(System.getProperty("published.test.other"))
          .isEqualTo(server.endpoint().toString());
      assertThat(System.getProperty("published.test.id"))
          .isEqualTo(server.accessKey().accessKeyId());
      assertThat(System.getProperty("published.test.secret"))
          .isEqualTo(server.accessKey().secretAccessKey());
      assertThat(System.getProperty("published.test.region")).isEqualTo("eu-west-1");
    }

    @AfterAll
    static void areStillThere(S3EmulatorServer server) {
      assertThat(System.getProperty(ENDPOINT)).isEqualTo(server.endpoint().toString());
    }

    @Nested
    @S3Emulator(endpointProperty = ENDPOINT)
    class Inner {
      @Test
      void mayPublishAnew(S3EmulatorServer server) {
        assertThat(System.getProperty(ENDPOINT)).isEqualTo(server.endpoint().toString());
      }
    }
  }

  @S3Emulator
  static class NamelessCase {
    @Test
    void test(S3EmulatorServer server) {
      assertThat(System.getProperty(ENDPOINT)).isEqualTo(server.endpoint().toString());
    }
  }
}
