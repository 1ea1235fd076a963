package dev.s3emulator.internal.auth.mfa;

import dev.s3emulator.internal.protocol.Caller;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A device with its holder, and the codes that were used. Safe for use by many threads. */
final class RegisteredDevice {

  /** More than a test uses, and than a list of codes may have. */
  static final int MAX_REMEMBERED = 1_000;

  private final TokenDevice device;
  private final Caller holder;

  /** Guarded by itself. */
  private final Set<Long> used = new LinkedHashSet<>();

  RegisteredDevice(TokenDevice device, Caller holder) {
    this.device = device;
    this.holder = holder;
  }

  RegisteredDevice copy() {
    RegisteredDevice other = new RegisteredDevice(device, holder);
    synchronized (used) {
      other.used.addAll(used);
    }
    return other;
  }

  Caller holder() {
    return holder;
  }

  /** A device belongs to the root of an account, or to one of its users. */
  boolean isHeldBy(Caller caller) {
    return holder.account().accountId().equals(caller.account().accountId())
        && holder.userName().equals(caller.userName());
  }

  /** Uses a code, and returns in one sentence what is wrong with it, if anything is. */
  Optional<String> use(String code, Instant now) {
    long[] found = device.codes().find(code, now).toArray();
    if (found.length == 0) {
      return Optional.of(
          "The code is wrong for the device "
              + device.serialNumber()
              + ": right is "
              + device.codes().expectation(now)
              + ".");
    }
    return !device.singleUse() || useFirstNew(found)
        ? Optional.empty()
        : Optional.of(
            "The code was used before, and the device "
                + device.serialNumber()
                + " takes each code once.");
  }

  private boolean useFirstNew(long[] found) {
    synchronized (used) {
      for (long each : found) {
        if (used.add(each)) {
          forgetOldest();
          return true;
        }
      }
      return false;
    }
  }

  private void forgetOldest() {
    if (used.size() > MAX_REMEMBERED) {
      Iterator<Long> oldest = used.iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
