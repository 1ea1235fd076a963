package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients and AssertJ are optional: a class that asks for none needs none. */
class WithoutSdkTest {

  @Test
  void theExtensionWorksWithoutAnyClientAndAssertJ() throws Exception {
    try (Loader loader = new Loader()) {
      Class<?> type = loader.loadClass(WithoutSdkTest.class.getName() + "$SdkFreeCase");
      assertThat(type.getClassLoader()).isSameAs(loader);

      var results = Running.run(type);

      assertThat(Running.failures(results)).isEmpty();
      results.testEvents().assertStatistics(stats -> stats.succeeded(1));
    }
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class SdkFreeCase {
    @Test
    void test(S3EmulatorServer server, URI endpoint) {
      if (isPresent("software.amazon.awssdk.services.s3.S3Client")
          || isPresent("com.amazonaws.services.s3.AmazonS3")
          || isPresent("io.minio.MinioClient")
          || isPresent("org.assertj.core.api.Assertions")
          || !server.endpoint().equals(endpoint)) {
        throw new AssertionError("This does not test what it says.");
      }
    }

    private static boolean isPresent(String name) {
      try {
        Class.forName(name, false, SdkFreeCase.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException absent) {
        return false;
      }
    }
  }

  /** Loads the emulator anew and finds neither the SDK nor AssertJ; all else is as it is here. */
  private static final class Loader extends URLClassLoader {

    private static final List<String> ABSENT =
        List.of("software.amazon.", "com.amazonaws.", "io.minio.", "okhttp3.", "org.assertj.");

    Loader() {
      super(classPath(), WithoutSdkTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (ABSENT.stream().anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.s3emulator.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }

    private static URL[] classPath() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Loader::url)
          .toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
