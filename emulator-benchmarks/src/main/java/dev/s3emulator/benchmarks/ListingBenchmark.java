package dev.s3emulator.benchmarks;

import dev.s3emulator.S3EmulatorServer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A page of 1000 keys from the middle of a bucket. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class ListingBenchmark {

  private static final int PAGE = 1000;

  /** Whose time is measured. */
  @Param({"emulator", "bare"})
  public String server = "emulator";

  /** How many keys the bucket has. */
  @Param({"1000", "100000", "1000000"})
  public int keys = PAGE;

  private TestedServer tested;
  private RawClient client;
  private byte[] request;

  /** Puts the objects; the bare server answers what the emulator does. */
  @Setup
  public void start() throws IOException {
    boolean bare = "bare".equals(server);
    // The answer of the bare server is as long for any number of keys.
    int count = bare ? PAGE : keys;
    String startAfter = Seeding.key((count - PAGE) / 2);
    String target = "/" + Seeding.BUCKET + "?list-type=2&start-after=" + startAfter;
    request = RawClient.request("GET", target, new byte[0]);
    S3EmulatorServer emulator = TestedServer.emulator(false);
    Seeding.put(emulator.port(), count, 0);
    tested = bare ? bareInsteadOf(emulator) : TestedServer.of(emulator);
    client = new RawClient(tested.port());
  }

  /** One request, one answer. */
  @Benchmark
  public Object page() throws IOException {
    return client.exchange(request, 200);
  }

  /** Stops the server. */
  @TearDown
  public void stop() throws IOException {
    client.close();
    tested.close();
  }

  private TestedServer bareInsteadOf(S3EmulatorServer emulator) throws IOException {
    try (emulator;
        RawClient once = new RawClient(emulator.port())) {
      return TestedServer.bare(once.exchange(request, 200).body());
    }
  }
}
