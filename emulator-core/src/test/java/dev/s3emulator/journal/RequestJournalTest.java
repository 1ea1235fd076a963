package dev.s3emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a journal keeps, and for how long. */
class RequestJournalTest {

  private final RequestJournal journal = new RequestJournal(3);

  @Test
  void keepsTheNewestRequestsInOrder() {
    List<RecordedRequest> all = addPuts(5);

    assertThat(journal.requests()).containsExactlyElementsOf(all.subList(2, 5));
    assertThat(journal.forgotten()).isEqualTo(2);
    assertThat(journal.capacity()).isEqualTo(3);
  }

  @Test
  void holdsAThousandRequestsByDefault() {
    assertThat(new RequestJournal().capacity()).isEqualTo(1000);
  }

  @Test
  void aNegativeCapacityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RequestJournal(-1))
        .withMessage("A journal cannot keep -1 requests.");
  }

  @Test
  void failuresStayHoweverManyRequestsFollow() {
    RecordedRequest failure = FakeRequest.failed("broken");
    journal.add(failure);
    addPuts(10);

    assertThat(journal.requests()).doesNotContain(failure);
    assertThat(journal.failures()).containsExactly(failure);
  }

  @Test
  void aJournalWithoutCapacityKeepsFailures() {
    RequestJournal none = new RequestJournal(0);
    RecordedRequest failure = FakeRequest.failed("broken");
    none.add(FakeRequest.put("a"));
    none.add(failure);

    assertThat(none.requests()).isEmpty();
    assertThat(none.failures()).containsExactly(failure);
    assertThat(none.forgotten()).isEqualTo(2);
  }

  @Test
  void theFirstFailuresAreKeptAndNotAll() {
    IntStream.range(0, 100).forEach(i -> journal.add(FakeRequest.failed("broken-" + i)));

    assertThat(journal.failures())
        .hasSize(RequestJournal.KEPT_FAILURES)
        .first()
        .extracting(failure -> failure.key().orElseThrow())
        .isEqualTo("broken-0");
  }

  @Test
  void clearingForgetsFailuresToo() {
    journal.add(FakeRequest.failed("broken"));
    addPuts(5);
    journal.clear();

    assertThat(journal.requests()).isEmpty();
    assertThat(journal.failures()).isEmpty();
    assertThat(journal.forgotten()).isZero();
  }

  @Test
  void statesGoWithTheRequestsThatTheBytesOfLaterOnesPushOut() {
    RequestJournal large = new RequestJournal(100);
    RecordedRequest first = FakeRequest.upload("first", RequestJournal.MAX_UPLOADED_BYTES / 2);
    RecordedRequest second = FakeRequest.upload("second", RequestJournal.MAX_UPLOADED_BYTES / 2);
    large.add(first);
    large.add(second);
    assertThat(first.before()).isPresent();

    large.add(FakeRequest.put("third"));

    assertThat(first.before()).isEmpty();
    assertThat(first.after()).isEmpty();
    assertThat(second.before()).isPresent();
    assertThat(large.requests()).hasSize(3);
  }

  @Test
  void anUploadBeyondTheBoundKeepsNoStateAtAll() {
    RecordedRequest huge = FakeRequest.upload("huge", RequestJournal.MAX_UPLOADED_BYTES + 1);
    RecordedRequest next = FakeRequest.put("next");
    journal.add(huge);
    journal.add(next);

    assertThat(huge.after()).isEmpty();
    assertThat(next.after()).isPresent();
  }

  @Test
  void aFailureThatLeavesTheJournalLetsGoOfItsStates() {
    RecordedRequest failure = FakeRequest.failed("broken");
    journal.add(failure);
    assertThat(failure.before()).isPresent();
    addPuts(3);

    assertThat(failure.before()).isEmpty();
  }

  @Test
  void bytesOfForgottenRequestsNoLongerCount() {
    journal.add(FakeRequest.upload("large", RequestJournal.MAX_UPLOADED_BYTES));
    addPuts(3);
    List<RecordedRequest> kept = journal.requests();
    journal.add(FakeRequest.upload("larger", RequestJournal.MAX_UPLOADED_BYTES - 6));

    assertThat(kept.get(1).before()).isPresent();
  }

  private List<RecordedRequest> addPuts(int count) {
    List<RecordedRequest> all =
        IntStream.range(0, count)
            .<RecordedRequest>mapToObj(i -> FakeRequest.put("key-" + i))
            .toList();
    all.forEach(journal::add);
    return all;
  }
}
