package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * The build runs this module's tests on JUnit 5 and on JUnit 6; this says on which, and is sure.
 */
class JUnitVersionTest {

  @Test
  void everyPartOfJUnitHasTheVersionTheBuildAskedFor() {
    String jupiter = System.getProperty("expected.junit.version");
    // The platform of JUnit 5.x is 1.x; since 6 both have one version.
    String platform = jupiter.startsWith("5.") ? "1." + jupiter.substring(2) : jupiter;
    System.out.println("These tests run on JUnit " + version(Test.class));

    assertThat(List.of(version(Test.class), version(JupiterTestEngine.class)))
        .containsOnly(jupiter);
    assertThat(
            List.of(
                version(JUnitException.class),
                version(TestEngine.class),
                version(Launcher.class),
                version(EngineTestKit.class)))
        .containsOnly(platform);
  }

  private static String version(Class<?> type) {
    return type.getPackage().getImplementationVersion();
  }
}
