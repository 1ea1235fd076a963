package dev.s3emulator.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Requests with 1 KiB a second; {@code -t} says over how many connections. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SmallRequestBenchmark {

  private static final int SIZE = 1024;

  /** PUT of an object that exists already, all but the first time. */
  @Benchmark
  public Object put(Connection connection) throws IOException {
    return connection.client.exchange(connection.put[connection.next()], 200);
  }

  /** GET of an object. */
  @Benchmark
  public Object get(Connection connection) throws IOException {
    return connection.client.exchange(connection.get[connection.next()], 200);
  }

  /** HEAD of an object. */
  @Benchmark
  public Object head(Connection connection) throws IOException {
    return connection.client.head(connection.head[connection.next()]);
  }

  /** DELETE of an object, after the PUT that makes it. */
  @Benchmark
  @OperationsPerInvocation(2)
  public Object putAndDelete(Connection connection) throws IOException {
    int number = connection.next();
    connection.client.exchange(connection.put[number], 200);
    return connection.client.exchange(connection.delete[number], 204);
  }

  /** The server that all connections share. */
  @State(Scope.Benchmark)
  public static class Shared {

    /**
     * Whose requests are measured; also {@code directory}, {@code durable} and {@code jimfs}, the
     * emulator with objects in files.
     */
    @Param({"emulator", "bare"})
    public String server = "emulator";

    private final AtomicInteger connections = new AtomicInteger();
    private TestedServer tested;

    /** Starts the server. */
    @Setup
    public void start() {
      tested =
          "bare".equals(server)
              ? TestedServer.bare(new byte[SIZE])
              : TestedServer.of(TestedServer.emulator("emulator".equals(server) ? "heap" : server));
    }

    /** Stops the server. */
    @TearDown
    public void stop() {
      tested.close();
    }
  }

  /** One thread's connection, with objects of its own. */
  @State(Scope.Thread)
  public static class Connection {

    private static final int KEYS = 1000;

    private final byte[][] put = new byte[KEYS][];
    private final byte[][] get = new byte[KEYS][];
    private final byte[][] head = new byte[KEYS][];
    private final byte[][] delete = new byte[KEYS][];
    private RawClient client;
    private int turn;

    /** Connects, and puts each object once. */
    @Setup(Level.Trial)
    public void connect(Shared shared) throws IOException {
      client = new RawClient(shared.tested.port());
      int offset = shared.connections.getAndIncrement() * KEYS;
      for (int i = 0; i < KEYS; i++) {
        String target = "/" + Seeding.BUCKET + "/" + Seeding.key(offset + i);
        put[i] = RawClient.request("PUT", target, new byte[SIZE]);
        get[i] = RawClient.request("GET", target, new byte[0]);
        head[i] = RawClient.request("HEAD", target, new byte[0]);
        delete[i] = RawClient.request("DELETE", target, new byte[0]);
        client.exchange(put[i], 200);
      }
    }

    /** Disconnects. */
    @TearDown
    public void disconnect() throws IOException {
      client.close();
    }

    private int next() {
      turn = (turn + 1) % KEYS;
      return turn;
    }
  }
}
