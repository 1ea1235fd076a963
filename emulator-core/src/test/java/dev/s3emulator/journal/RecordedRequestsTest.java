package dev.s3emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.model.S3Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests are found in a journal. */
class RecordedRequestsTest {

  private final InProcessS3 s3 = new InProcessS3();
  private final RecordedRequests all = s3.journal().select();

  @BeforeEach
  void sendSome() {
    s3.send("PUT", "/photos");
    s3.send("PUT", "/videos");
    s3.send("PUT", "/photos/2024/cat.jpg", Headers.EMPTY, "cat");
    s3.send("PUT", "/photos/2024/dog.jpg", Headers.EMPTY, "dog");
    s3.send("GET", "/photos/2024/cow.jpg");
    s3.send("DELETE", "/photos/2024/cat.jpg");
    s3.send("DELETE", "/absent/cat.jpg");
  }

  @Test
  void aSelectionWithoutConditionHasAll() {
    assertThat(all.count()).isEqualTo(7);
    assertThat(all.isEmpty()).isFalse();
    assertThat(all).hasSize(7).first().hasToString("PUT /photos (CreateBucket) -> 200");
    assertThat(all.last().orElseThrow().errorCode()).contains("NoSuchBucket");
  }

  @Test
  void conditionsNarrowTheSelection() {
    assertThat(all.operation(S3Operation.CREATE_BUCKET).count()).isEqualTo(2);
    assertThat(all.bucket("photos").count()).isEqualTo(5);
    assertThat(all.bucket("photos").operation(S3Operation.DELETE_OBJECT).count()).isEqualTo(1);
    assertThat(all.status(404).count()).isEqualTo(2);
    assertThat(all.errorCode("NoSuchKey").list())
        .singleElement()
        .hasToString(
            "GET /photos/2024/cow.jpg (GetObject) -> 404 NoSuchKey:"
                + " The specified key does not exist.");
    assertThat(all.where(request -> request.requestBytes() == 3).count()).isEqualTo(2);
    assertThat(all.operation(S3Operation.DELETE_OBJECTS).isEmpty()).isTrue();
    assertThat(all.operation(S3Operation.DELETE_OBJECTS).last()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024/cat.jpg, 2",
    "*, 5",
    "*cat.jpg, 3",
    "2024/c*.jpg, 3",
    "2024/c?t.jpg, 2",
    "2024?cat.jpg, 2",
    "cat.jpg, 1",
    "2024, 0",
    "2024/cat.jp., 0",
    "2024/Cat.jpg, 0"
  })
  void keyPatternsHaveTheWildcardsOfPolicies(String pattern, int count) {
    assertThat(all.key(pattern).count()).isEqualTo(count);
  }

  @Test
  void aKeyPatternTakesSpecialCharactersForThemselves() {
    s3.send("GET", "/photos/a.b(c)%5B1%5D+%5CQ%0A$");

    assertThat(all.key("a.b(c)[1]+\\Q\n$").count()).isEqualTo(1);
    assertThat(all.key("a?b(?)[1]*$").count()).isEqualTo(1);
  }

  @Test
  void aSelectionLooksAnewEachTime() {
    RecordedRequests reads = all.operation(S3Operation.GET_OBJECT);
    assertThat(reads.count()).isEqualTo(1);
    s3.send("GET", "/photos/2024/dog.jpg");

    assertThat(reads.count()).isEqualTo(2);
  }

  @Test
  void clearingASelectionKeepsTheOthers() {
    all.bucket("photos").clear();
    assertThat(all)
        .extracting(RecordedRequest::toString)
        .containsExactly(
            "PUT /videos (CreateBucket) -> 200",
            "DELETE /absent/cat.jpg (DeleteObject) -> 404 NoSuchBucket:"
                + " The specified bucket does not exist");

    all.clear();
    assertThat(s3.journal().requests()).isEmpty();
  }

  @Test
  void aSelectionPrintsOneRequestALine() {
    assertThat(all.operation(S3Operation.CREATE_BUCKET))
        .hasToString("PUT /photos (CreateBucket) -> 200\nPUT /videos (CreateBucket) -> 200\n");
  }
}
