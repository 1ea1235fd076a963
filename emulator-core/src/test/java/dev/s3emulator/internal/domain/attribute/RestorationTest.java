package dev.s3emulator.internal.domain.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.attribute.Restoration.Status;
import dev.s3emulator.internal.domain.attribute.Restoration.Tier;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the copy of an archived version is there, and when it is gone. */
class RestorationTest {

  /** The first row is the example of the documentation. */
  @ParameterizedTest
  @CsvSource({
    "2012-10-15T10:30:00Z, 3, 2012-10-19T00:00:00Z",
    "2012-10-15T00:00:00Z, 3, 2012-10-18T00:00:00Z",
    "2012-10-15T23:59:59Z, 1, 2012-10-17T00:00:00Z",
    "2024-02-28T12:00:00Z, 1, 2024-03-01T00:00:00Z"
  })
  void theEndIsTheMidnightAfterTheDays(Instant available, int days, Instant expiry) {
    Restoration restoration =
        Restoration.begin(
            Tier.Standard, days, Duration.ofHours(5), available.minus(Duration.ofHours(5)));

    assertThat(restoration.available()).isEqualTo(available);
    assertThat(restoration.expiry()).isEqualTo(expiry);
  }

  @Test
  void whatItIsFollowsFromTheTime() {
    Instant begun = Instant.parse("2012-10-15T10:00:00Z");
    Restoration restoration = Restoration.begin(Tier.Bulk, 1, Duration.ofHours(12), begun);

    assertThat(restoration.at(begun)).isEqualTo(Status.ONGOING);
    assertThat(restoration.at(restoration.available().minusSeconds(1))).isEqualTo(Status.ONGOING);
    assertThat(restoration.at(restoration.available())).isEqualTo(Status.RESTORED);
    assertThat(restoration.at(restoration.expiry().minusSeconds(1))).isEqualTo(Status.RESTORED);
    assertThat(restoration.at(restoration.expiry())).isEqualTo(Status.EXPIRED);
  }

  @Test
  void anExtensionCountsFromNow() {
    Instant begun = Instant.parse("2012-10-15T10:00:00Z");
    Restoration restoration = Restoration.begin(Tier.Standard, 5, Duration.ofHours(5), begun);

    Restoration shorter = restoration.extended(1, Instant.parse("2012-10-16T10:00:00Z"));

    assertThat(shorter.expiry()).isEqualTo(Instant.parse("2012-10-18T00:00:00Z"));
    assertThat(shorter.available()).isEqualTo(restoration.available());
  }
}
