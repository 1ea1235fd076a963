package dev.s3emulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of {@link Main}, read and checked as far as that goes without a server. */
final class CommandLine {

  private static final int DEFAULT_PORT = 9000;
  private static final int DEFAULT_HTTPS_PORT = 9443;

  static final String HELP =
      """
      S3 Emulator: an Amazon S3 for tests, in one process.

      Usage: java -jar s3-emulator-core-VERSION-standalone.jar [OPTION]...

        --port PORT         the port to listen on; 0 takes any free one
                            (default: %d)
        --https             serve HTTPS as well, with a certificate made for this run
        --https-port PORT   the port for HTTPS; 0 takes any free one; turns it on
                            (default: %d)
        --https-certificate FILE
                            write the certificate to this file (PEM), for clients
                            to trust; turns HTTPS on
        --host HOST         the name or address to listen on; 0.0.0.0 for all
                            (default: 127.0.0.1)
        --bucket NAME       create this bucket; may be repeated
        --seed DIR          fill in this fixture: one folder per bucket, whose files
                            become objects; may be repeated
        --storage DIR       keep everything in this folder, also for the next run;
                            buckets that are there already stay as they are
        --durable           answer when a change is on the disk, with --storage
        --region REGION     the region (default: us-east-1)
        --access-key ID     the access key, with --secret-key
        --secret-key KEY    (default: %s and
                            %s)
        --user PARTS        a user: name=NAME and, separated by commas, access-key=,
                            secret-key=, account-id= (12 digits), canonical-id=
                            (64 hex digits), display-name=, email=, iam-user=true,
                            policy=FILE (of an IAM user, as JSON); what is left
                            out is derived from the name. May be
                            repeated; the first user takes the place of the
                            default one
        --mfa-device PARTS  a device for MFA Delete: serial=SERIAL and either
                            codes=123456;654321 or seed=BASE32, separated by
                            commas; user=NAME says whose it is (default: the
                            default user), single-use=true that each code counts
                            once; may be repeated
        --require-https-for-mfa
                            take the codes of these devices over HTTPS only
        --strict            refuse unknown access keys, requests that are not
                            signed, and signatures for another time or region
        --domain DOMAIN     take the name in front of this domain for a bucket, as
                            localhost always does; may be repeated
        --help              show this text
        --version           show the version

      --OPTION=VALUE is understood as well. One line says when the server is ready
      and where. It serves until the process is told to end (Ctrl-C, SIGTERM).
      """
          .formatted(
              DEFAULT_PORT,
              DEFAULT_HTTPS_PORT,
              AccessKey.DEFAULT.accessKeyId(),
              AccessKey.DEFAULT.secretAccessKey());

  private static final String SEE_HELP = "; --help lists the options.";

  private static final Set<String> FLAGS =
      Set.of("--help", "--version", "--strict", "--https", "--require-https-for-mfa", "--durable");
  private static final Set<String> ONCE =
      Set.of(
          "--port",
          "--https-port",
          "--https-certificate",
          "--host",
          "--region",
          "--storage",
          "--access-key",
          "--secret-key");
  private static final Set<String> REPEATABLE =
      Set.of("--bucket", "--seed", "--domain", "--user", "--mfa-device");

  private final Set<String> flags = new HashSet<>();
  private final Map<String, List<String>> values = new HashMap<>();

  private CommandLine() {}

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if one is unknown, lacks its value or is given twice; the
   *     message is one sentence
   */
  static CommandLine parse(List<String> args) {
    CommandLine commandLine = new CommandLine();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      commandLine.add(rest.next(), rest);
    }
    return commandLine;
  }

  private void add(String argument, Iterator<String> rest) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (FLAGS.contains(argument)) {
      flags.add(argument);
    } else if (FLAGS.contains(name)) {
      throw new IllegalArgumentException("The option " + name + " takes no value.");
    } else if (ONCE.contains(name) || REPEATABLE.contains(name)) {
      String value = equals < 0 ? next(name, rest) : argument.substring(equals + 1);
      List<String> given = values.computeIfAbsent(name, unused -> new ArrayList<>());
      given.add(requireValue(name, value));
      if (given.size() > 1 && ONCE.contains(name)) {
        throw new IllegalArgumentException("The option " + name + " is given twice.");
      }
    } else {
      String kind = name.startsWith("-") ? "option" : "argument";
      throw new IllegalArgumentException("Unknown " + kind + " \"" + name + "\"" + SEE_HELP);
    }
  }

  /** A value that looks like an option is more likely a forgotten value; "=" can give it. */
  private static String next(String name, Iterator<String> rest) {
    String value = rest.hasNext() ? rest.next() : "";
    return requireValue(name, value.startsWith("--") ? "" : value);
  }

  private static String requireValue(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("The option " + name + " needs a value" + SEE_HELP);
    }
    return value;
  }

  /** Returns whether {@code --help} is among the arguments. */
  boolean wantsHelp() {
    return flags.contains("--help");
  }

  /** Returns whether {@code --version} is among the arguments. */
  boolean wantsVersion() {
    return flags.contains("--version");
  }

  /**
   * Returns the server to start.
   *
   * @throws IllegalArgumentException if a value cannot be; the message is one sentence
   */
  S3EmulatorServerBuilder server() {
    S3EmulatorServerBuilder server = S3EmulatorServer.builder().port(port("--port", DEFAULT_PORT));
    if (wantsHttps()) {
      server.httpsPort(port("--https-port", DEFAULT_HTTPS_PORT));
    }
    one("--host").ifPresent(server::host);
    one("--region").ifPresent(server::region);
    storage().ifPresent(server::storage);
    Optional<String> id = one("--access-key");
    Optional<String> secret = one("--secret-key");
    if (id.isPresent() != secret.isPresent()) {
      throw new IllegalArgumentException(
          "The options --access-key and --secret-key must be given together.");
    }
    if (id.isPresent() && !all("--user").isEmpty()) {
      throw new IllegalArgumentException(
          "The options --access-key and --user cannot be given together: a user has its own"
              + " access-key.");
    }
    User defaultUser =
        id.map(key -> User.DEFAULT.accessKey(key, secret.orElseThrow())).orElse(User.DEFAULT);
    users(defaultUser).forEach(server::user);
    server.requireHttpsForMfa(flags.contains("--require-https-for-mfa"));
    server.strict(flags.contains("--strict"));
    all("--domain").forEach(server::virtualHostDomain);
    // Before the fixtures, which may add to these buckets.
    all("--bucket").forEach(server::bucket);
    all("--seed").forEach(server::seed);
    return server;
  }

  private List<User> users(User defaultUser) {
    List<User> users = all("--user").stream().map(UserOption::parse).toList();
    return MfaDeviceOption.give(
        all("--mfa-device").stream().map(MfaDeviceOption::parse).toList(),
        users.isEmpty() ? List.of(defaultUser) : users);
  }

  private boolean wantsHttps() {
    return flags.contains("--https")
        || one("--https-port").isPresent()
        || one("--https-certificate").isPresent();
  }

  private Optional<Storage> storage() {
    boolean durable = flags.contains("--durable");
    Optional<Path> folder = path("--storage");
    if (durable && folder.isEmpty()) {
      throw new IllegalArgumentException("The option --durable needs --storage" + SEE_HELP);
    }
    return folder.map(path -> Storage.directory(path).durable(durable));
  }

  /** Returns where to write the certificate, if anywhere. */
  Optional<Path> certificateFile() {
    return path("--https-certificate");
  }

  private Optional<Path> path(String option) {
    try {
      return one(option).map(Path::of);
    } catch (InvalidPathException wrong) {
      throw new IllegalArgumentException(
          "The path of " + option + " cannot be: " + wrong.getMessage() + ".", wrong);
    }
  }

  private int port(String option, int defaultPort) {
    String port = one(option).orElse(Integer.toString(defaultPort));
    try {
      return Integer.parseInt(port);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("The port \"" + port + "\" is not a number.", notANumber);
    }
  }

  private Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  private List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
