package dev.s3emulator.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.s3emulator.S3EmulatorServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints how long PUT and GET of one large object take, beside the bare Undertow and beside the MD5
 * that a PUT cannot do without; not a JMH benchmark.
 *
 * <p>What is compared is done in turn, a few hundred milliseconds each, and a ratio is one of
 * neighbors: so what else the machine does meanwhile falls on both. CPU times tell more than clocks
 * where others are at work: that of the client's thread, on which the MD5 alone is computed, too,
 * and that of all else in the process, garbage collection included.
 */
public final class LargeObjectBenchmark {

  private static final String TARGET = "/" + Seeding.BUCKET + "/large";
  private static final int WARM_UP = 3;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final byte[] content;
  private final byte[] head;
  private final byte[] hashedHead;
  private final byte[] get = RawClient.request("GET", TARGET, new byte[0]);

  private LargeObjectBenchmark(int mebibytes) {
    content = new byte[mebibytes << 20];
    new Random(1).nextBytes(content);
    head = RawClient.head("PUT", TARGET, content.length);
    String hash = HexFormat.of().formatHex(digest("SHA-256").digest(content));
    hashedHead = RawClient.head("PUT", TARGET, content.length, "x-amz-content-sha256: " + hash);
  }

  /**
   * Measures; {@code java -Xmx4g -cp benchmarks.jar dev.s3emulator.benchmarks.LargeObjectBenchmark}
   * with the size in MiB (256) and the number of rounds (15), if they are to be others.
   */
  public static void main(String[] arguments) throws IOException {
    int mebibytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 256;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    new LargeObjectBenchmark(mebibytes).measure(rounds);
  }

  private void measure(int rounds) throws IOException {
    ByteBuffer offHeap = ByteBuffer.allocateDirect(content.length).put(content).flip();
    try (S3EmulatorServer emulator = TestedServer.emulator("heap");
        BareServer undertow = BareServer.start(offHeap);
        RawClient client = new RawClient(emulator.port());
        RawClient bare = new RawClient(undertow.port())) {
      Series md5 = new Series("MD5 alone", () -> digest("MD5").digest(content));
      Series put = new Series("PUT", () -> client.upload(head, content));
      Series hashed = new Series("PUT, hashed", () -> client.upload(hashedHead, content));
      Series barePut = new Series("PUT, bare", () -> bare.upload(head, content));
      Series read = new Series("GET", () -> client.download(get));
      Series bareRead = new Series("GET, bare", () -> bare.download(get));
      List<Series> all = List.of(md5, put, hashed, barePut, read, bareRead);
      for (int round = -WARM_UP; round < rounds; round++) {
        for (Series series : all) {
          series.measure(round >= 0);
        }
      }
      all.forEach(Series::print);
      hashed.printRatio(md5);
      put.printRatio(md5);
      read.printRatio(bareRead);
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has " + algorithm, e);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }

  /** What is done once a round. */
  @FunctionalInterface
  private interface Task {
    Object run() throws IOException;
  }

  /** One task with what it took in each round, in milliseconds. */
  private final class Series {
    private final String name;
    private final Task task;
    private final List<Double> elapsed = new ArrayList<>();
    private final List<Double> clientCpu = new ArrayList<>();
    private final List<Double> serverCpu = new ArrayList<>();

    Series(String name, Task task) {
      this.name = name;
      this.task = task;
    }

    void measure(boolean counts) throws IOException {
      long client = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long cpu = process.getProcessCpuTime();
      long start = System.nanoTime();
      task.run();
      long end = System.nanoTime();
      if (counts) {
        elapsed.add((end - start) / 1e6);
        long clientTook = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - client;
        clientCpu.add(clientTook / 1e6);
        serverCpu.add((process.getProcessCpuTime() - cpu - clientTook) / 1e6);
      }
    }

    void print() {
      double best = elapsed.stream().min(Double::compare).orElse(Double.NaN);
      System.out.printf(
          Locale.ROOT,
          "%-12s median %5.0f ms, best %5.0f ms, CPU of client %4.0f ms, of server %4.0f ms%n",
          name,
          median(elapsed),
          best,
          median(clientCpu),
          median(serverCpu));
    }

    /**
     * Prints how fast this is in units of {@code limit}: the middle of the rounds, and the best.
     */
    void printRatio(Series limit) {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < elapsed.size(); i++) {
        ratios.add(limit.elapsed.get(i) / elapsed.get(i));
      }
      double best = ratios.stream().max(Double::compare).orElse(Double.NaN);
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f x %s (median of the rounds; best %.2f)%n",
          name,
          median(ratios),
          limit.name,
          best);
    }
  }
}
