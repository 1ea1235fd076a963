package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Requests about one upload that come at the same time. */
class ConcurrentUploadsTest {

  private static final int CLIENTS = 4;

  private final MultipartClient client = new MultipartClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @RepeatedTest(20)
  void uploadIsEitherCompletedOrAborted() throws Exception {
    String id = client.create();
    String part = client.uploaded(id, 1, "x");

    List<Integer> statuses =
        atOnce(
            () -> client.complete(id, part),
            () -> client.complete(id, part),
            () -> client.abort(id),
            () -> client.abort(id));

    boolean completed = statuses.get(0) == 200;
    assertThat(statuses.subList(0, 2)).containsOnly(completed ? 200 : 404);
    assertThat(statuses.subList(2, 4))
        .containsExactlyInAnyOrderElementsOf(completed ? List.of(404, 404) : List.of(204, 404));
    assertThat(client.s3.send("GET", "/bucket/key").status()).isEqualTo(completed ? 200 : 404);
    assertThat(client.s3.journal().failures()).isEmpty();
  }

  @RepeatedTest(20)
  void partsOfAnyOrderAreAllKept() throws Exception {
    String id = client.create();

    List<Integer> statuses =
        atOnce(
            () -> client.upload(id, 1, new byte[] {1}),
            () -> client.upload(id, 2, new byte[] {2}),
            () -> client.upload(id, 3, new byte[] {3}),
            () -> client.upload(id, 4, new byte[] {4}));

    assertThat(statuses).containsOnly(200);
    assertThat(client.s3.send("GET", "/bucket/key?uploadId=" + id).text())
        .contains("<NextPartNumberMarker>4</NextPartNumberMarker>")
        .contains("<PartNumber>1<", "<PartNumber>2<", "<PartNumber>3<");
  }

  @SafeVarargs
  private List<Integer> atOnce(Callable<Answer>... requests) throws Exception {
    CyclicBarrier start = new CyclicBarrier(requests.length);
    List<Future<Integer>> answers = new ArrayList<>();
    for (Callable<Answer> request : requests) {
      answers.add(
          threads.submit(
              () -> {
                start.await();
                return request.call().status();
              }));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    return statuses;
  }
}
