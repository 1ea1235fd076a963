package dev.s3emulator.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Fills the bucket {@code bench} over one pipelined connection. */
final class Seeding {

  static final String BUCKET = "bench";

  private static final int AT_ONCE = 200;

  private Seeding() {}

  /** Returns the key with the number, in the order of numbers. */
  static String key(int number) {
    return String.format(Locale.ROOT, "folder/object-%08d", number);
  }

  /**
   * Puts the objects 1 to count and returns their version ids, which are empty if they have none.
   */
  static List<String> put(int port, int count, int size) throws IOException {
    List<String> versionIds = new ArrayList<>();
    Random random = new Random(42);
    byte[] body = new byte[size];
    try (RawClient client = new RawClient(port)) {
      List<byte[]> requests = new ArrayList<>(AT_ONCE);
      for (int number = 1; number <= count; number++) {
        random.nextBytes(body);
        requests.add(RawClient.request("PUT", "/" + BUCKET + "/" + key(number), body));
        if (requests.size() == AT_ONCE || number == count) {
          client.pipeline(requests, 200).forEach(answer -> versionIds.add(answer.versionId()));
          requests.clear();
        }
      }
    }
    return versionIds;
  }
}
