package dev.s3emulator.internal.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.routing.Route;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The operations that the emulator knows and refuses, read from {@code unsupported-operations.txt}.
 * Taking one up means removing its line.
 */
public final class UnsupportedOperations {

  private static final String RESOURCE = "unsupported-operations.txt";

  private UnsupportedOperations() {}

  /** Returns the names, in the order of the file. */
  public static List<String> names() {
    return lines().stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  /** Returns their routes. */
  public static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String line : lines()) {
      routes.add(route(line.split(" ", -1)));
    }
    return routes;
  }

  private static Route route(String[] fields) {
    Route route =
        switch (fields[2]) {
          case "service" -> Route.service(fields[1], fields[0]);
          case "bucket" -> Route.bucket(fields[1], fields[0]);
          case "object" -> Route.object(fields[1], fields[0]);
          default -> throw new IllegalStateException(RESOURCE + ": unknown level " + fields[2]);
        };
    for (int i = 3; i < fields.length; i++) {
      String flag = fields[i];
      int equals = flag.indexOf('=');
      if (flag.startsWith("@")) {
        route = route.signedFor(SigningService.named(flag.substring(1)));
      } else if (flag.startsWith("x-amz-")) {
        route = route.header(flag);
      } else if (equals > 0) {
        route = route.query(flag.substring(0, equals), flag.substring(equals + 1));
      } else {
        route = route.query(flag);
      }
    }
    return route;
  }

  private static List<String> lines() {
    try (InputStream file = UnsupportedOperations.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks " + RESOURCE);
      }
      return new BufferedReader(new InputStreamReader(file, UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
