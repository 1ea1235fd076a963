package dev.s3emulator.internal.tls;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that a certificate is for.
 *
 * @param names names; {@code *} in front stands for one label, as in S3's own certificates
 * @param addresses IP addresses
 */
public record HostNames(List<String> names, List<InetAddress> addresses) {

  private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-]+\\.)*[A-Za-z0-9_-]+");

  /** What tests in a container call the machine that the server runs on. */
  private static final List<String> SEEN_FROM_CONTAINERS =
      List.of("host.docker.internal", "host.testcontainers.internal");

  /** Keeps copies of the lists. */
  public HostNames {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
  }

  /**
   * Returns the hosts by which clients reach a server: the loopback, the host that it listens on,
   * the names that stand for buckets in virtual-hosted style, and those of S3 in its region, for
   * clients whose name service sends these here.
   *
   * <p>The hosts of websites are not among them: S3 serves websites without TLS.
   *
   * @param host what the server listens on, a name or an address
   * @param domains domains under which a name in front is a bucket
   */
  public static HostNames of(String host, List<String> domains, String region) {
    Set<String> names = new LinkedHashSet<>();
    Set<InetAddress> addresses = new LinkedHashSet<>();
    withBuckets(names, "localhost");
    withBuckets(names, "s3.localhost");
    addresses.add(literal("127.0.0.1"));
    addresses.add(literal("::1"));
    addHost(host, names, addresses);
    domains.forEach(domain -> withBuckets(names, domain));
    names.addAll(SEEN_FROM_CONTAINERS);
    endpointsOfAws(region).forEach(endpoint -> withBuckets(names, endpoint));
    return new HostNames(List.copyOf(names), List.copyOf(addresses));
  }

  private static void withBuckets(Set<String> names, String domain) {
    names.add(domain);
    names.add("*." + domain);
  }

  private static void addHost(String host, Set<String> names, Set<InetAddress> addresses) {
    if (isAddress(host)) {
      InetAddress address = literal(host);
      if (address.isAnyLocalAddress()) {
        addresses.addAll(ofThisMachine());
      } else {
        addresses.add(address);
      }
    } else if (NAME.matcher(host).matches()) {
      // A name with other characters cannot stand in a certificate as it is.
      names.add(host);
    }
  }

  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static List<String> endpointsOfAws(String region) {
    String suffix = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    return List.of(
        "s3" + suffix,
        "s3." + region + suffix,
        "s3-" + region + suffix,
        "s3.dualstack." + region + suffix,
        "s3-fips." + region + suffix,
        "s3-fips.dualstack." + region + suffix,
        "s3-accelerate" + suffix,
        "s3-accelerate.dualstack" + suffix);
  }

  private static List<InetAddress> ofThisMachine() {
    try {
      List<InetAddress> all = new ArrayList<>();
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          // An address with a scope is written without it, so it would name another machine too.
          .filter(address -> !address.isLinkLocalAddress())
          .forEach(all::add);
      return all;
    } catch (SocketException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  /** Reads an address without asking a name service. */
  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException notAnAddress) {
      throw new IllegalArgumentException(
          "The host \"" + address + "\" is not a host name or an address.", notAnAddress);
    }
  }
}
