package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The emulator on a class path without the AWS SDK. */
class S3ClientsTest {

  @Test
  void theServerCanBeReflectedOnAndRunsWithoutTheSdk() throws Exception {
    try (URLClassLoader loader = withoutSdk()) {
      Class<?> type = loader.loadClass("dev.s3emulator.S3EmulatorServer");
      assertThat(type.getMethods()).isNotEmpty();
      Object server = type.getMethod("start").invoke(null);
      assertThat(type.getMethod("endpoint").invoke(server)).asString().startsWith("http://");
      type.getMethod("close").invoke(server);
    }
  }

  @Test
  void saysWhichDependencyIsMissing() throws Exception {
    try (URLClassLoader loader = withoutSdk()) {
      Class<?> caller = loader.loadClass(SdkCaller.class.getName());
      Method call = caller.getDeclaredMethod("call");
      call.setAccessible(true);

      assertThatThrownBy(() -> call.invoke(null))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "S3Clients needs the AWS SDK for Java 2: add software.amazon.awssdk:s3 to the class"
                  + " path.");
    }
  }

  private static URLClassLoader withoutSdk() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      if (!entry.contains("awssdk")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  /** Loaded a second time, where there is no SDK. */
  static final class SdkCaller {
    static void call() {
      try (S3EmulatorServer server = S3EmulatorServer.start()) {
        S3Clients.s3Presigner(server);
      }
    }
  }
}
