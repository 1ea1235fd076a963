package dev.s3emulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command line: starts one server and serves until the process is told to end. {@code --help}
 * lists the options.
 */
public final class Main {

  private static final int DONE = 0;
  private static final int CANNOT_START = 1;
  private static final int WRONG_ARGUMENTS = 2;

  /** Held, because the garbage collector would take the levels away with the loggers. */
  private static final List<Logger> ANNOUNCERS =
      List.of(Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss"));

  private Main() {}

  /**
   * Runs the command line. The process ends with code 0 after {@code --help} and {@code --version},
   * 2 for wrong arguments, and 1 if the server cannot start.
   */
  public static void main(String[] args) throws InterruptedException {
    // They announce their versions. A program that embeds the emulator decides that for itself.
    ANNOUNCERS.forEach(logger -> logger.setLevel(Level.WARNING));
    OptionalInt code = run(List.of(args), System.out, System.err, Main::closeAtExit);
    if (code.isPresent()) {
      System.exit(code.getAsInt());
    }
    // The server's threads are daemons: this one keeps the process alive until a signal ends it.
    new CountDownLatch(1).await();
  }

  /**
   * Does what the arguments say.
   *
   * @param started gets the server before it is announced
   * @return the code to end with, or empty when a server is serving
   */
  static OptionalInt run(
      List<String> args, PrintStream out, PrintStream err, Consumer<S3EmulatorServer> started) {
    try {
      CommandLine commandLine = CommandLine.parse(args);
      if (commandLine.wantsHelp()) {
        out.print(CommandLine.HELP);
        return OptionalInt.of(DONE);
      }
      if (commandLine.wantsVersion()) {
        out.println("S3 Emulator " + version());
        return OptionalInt.of(DONE);
      }
      Optional<Path> certificateFile = commandLine.certificateFile();
      S3EmulatorServer server = commandLine.server().start();
      started.accept(server);
      certificateFile.ifPresent(file -> writeCertificate(server, file));
      server.storageNotice().ifPresent(notice -> err.println("s3-emulator: " + notice));
      out.println("S3 Emulator is ready at " + endpoints(server) + " (" + describe(server) + ")");
      return OptionalInt.empty();
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      return fail(err, wrong, WRONG_ARGUMENTS);
    } catch (UncheckedIOException refused) {
      return fail(err, refused, CANNOT_START);
    }
  }

  /** A server whose certificate nobody can get is of no use. */
  private static void writeCertificate(S3EmulatorServer server, Path file) {
    try {
      Files.writeString(file, server.certificatePem());
    } catch (IOException refused) {
      server.close();
      throw new UncheckedIOException(
          "Cannot write the certificate to " + file + ": " + refused, refused);
    }
  }

  private static String endpoints(S3EmulatorServer server) {
    return server.hasHttps()
        ? server.endpoint() + " and " + server.httpsEndpoint()
        : server.endpoint().toString();
  }

  private static OptionalInt fail(PrintStream err, RuntimeException failure, int code) {
    err.println("s3-emulator: " + failure.getMessage());
    return OptionalInt.of(code);
  }

  private static String describe(S3EmulatorServer server) {
    return "region "
        + server.region()
        + ", access key "
        + server.accessKey().accessKeyId()
        + (server.isStrict() ? ", strict" : "");
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }

  private static void closeAtExit(S3EmulatorServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "s3-emulator-shutdown"));
  }
}
