package dev.s3emulator.benchmarks;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.S3Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** DeleteObjects of 1000 keys that exist, each time anew. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class DeleteObjectsBenchmark {

  private static final int KEYS = 1000;

  /** Whose time is measured. */
  @Param({"emulator", "bare"})
  public String server = "emulator";

  /** Without versioning, by a delete marker on each key, or the only version of each key. */
  @Param({"plain", "markers", "versions"})
  public String kind = "plain";

  private S3EmulatorServer emulator;
  private S3Snapshot full;
  private TestedServer tested;
  private RawClient client;
  private byte[] request;

  /** Puts the objects; the bare server answers what the emulator does. */
  @Setup
  public void start() throws IOException, NoSuchAlgorithmException {
    emulator = TestedServer.emulator(!"plain".equals(kind));
    request = request(Seeding.put(emulator.port(), KEYS, 1024));
    full = emulator.snapshot();
    tested =
        "bare".equals(server) ? TestedServer.bare(emulatorsAnswer()) : TestedServer.of(emulator);
    client = new RawClient(tested.port());
  }

  /** Brings the objects back, in constant time. */
  @Setup(Level.Invocation)
  public void restore() {
    emulator.restore(full);
  }

  /** One request, one answer. */
  @Benchmark
  public Object deleteThousand() throws IOException {
    return client.exchange(request, 200);
  }

  /** Stops both servers. */
  @TearDown
  public void stop() throws IOException {
    client.close();
    tested.close();
    emulator.close();
  }

  private byte[] emulatorsAnswer() throws IOException {
    try (RawClient once = new RawClient(emulator.port())) {
      return once.exchange(request, 200).body();
    }
  }

  private byte[] request(List<String> versionIds) throws NoSuchAlgorithmException {
    StringBuilder xml = new StringBuilder("<Delete>");
    for (int number = 1; number <= KEYS; number++) {
      xml.append("<Object><Key>").append(Seeding.key(number)).append("</Key>");
      if ("versions".equals(kind)) {
        xml.append("<VersionId>").append(versionIds.get(number - 1)).append("</VersionId>");
      }
      xml.append("</Object>");
    }
    byte[] body = xml.append("</Delete>").toString().getBytes(StandardCharsets.UTF_8);
    byte[] md5 = MessageDigest.getInstance("MD5").digest(body);
    String header = "Content-MD5: " + Base64.getEncoder().encodeToString(md5);
    return RawClient.request("POST", "/" + Seeding.BUCKET + "?delete", body, header);
  }
}
