package dev.s3emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GarbagePressureTest {

  private static final long LEAST = GarbagePressure.LEAST;

  private final AtomicInteger collections = new AtomicInteger();
  private final GarbagePressure pressure = new GarbagePressure(collections::incrementAndGet);

  @Test
  void littleIsNeverCollected() {
    pressure.add(LEAST - 1);

    assertThat(collections).hasValue(0);
  }

  @Test
  void whatHasDoubledIsCollected() {
    pressure.add(LEAST);
    assertThat(collections).hasValue(1);

    pressure.add(LEAST - 1);
    assertThat(collections).hasValue(1);

    pressure.add(1);
    assertThat(collections).hasValue(2);

    pressure.add(LEAST);
    assertThat(collections).hasValue(2);
  }

  @Test
  void whatWasFreedLowersTheLimit() {
    pressure.add(4 * LEAST);
    pressure.remove(4 * LEAST);
    assertThat(collections).hasValue(1);

    pressure.add(LEAST);

    assertThat(collections).hasValue(2);
  }
}
