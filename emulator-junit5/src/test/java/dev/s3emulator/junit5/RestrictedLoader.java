package dev.s3emulator.junit5;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Loads the emulator anew and finds some libraries absent; all else is as it is here. */
final class RestrictedLoader extends URLClassLoader {

  private final List<String> absent;
  private final List<String> own;

  private RestrictedLoader(List<String> absent, List<String> own, URL[] urls) {
    super(urls, RestrictedLoader.class.getClassLoader());
    this.absent = absent;
    this.own = own;
  }

  /**
   * Makes a loader.
   *
   * @param prefixes what the names of the classes that are not there begin with
   */
  static RestrictedLoader without(String... prefixes) {
    return new RestrictedLoader(
        List.of(prefixes), List.of("dev.s3emulator."), classPath().toArray(URL[]::new));
  }

  /**
   * Makes a loader that has another form of a class.
   *
   * @param folder where its class file is
   */
  static RestrictedLoader with(String className, Path folder) {
    return new RestrictedLoader(
        List.of(),
        List.of("dev.s3emulator.", className),
        Stream.concat(Stream.of(url(folder)), classPath()).toArray(URL[]::new));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (absent.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    if (own.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private static Stream<URL> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> url(Path.of(entry)));
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
