package dev.s3emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One {@code --mfa-device} of the command line: {@code
 * serial=…,codes=123456;654321,user=…,single-use=true}, or with {@code seed=…} in the place of
 * codes.
 *
 * @param userName whose device it is, empty for the default user
 */
record MfaDeviceOption(MfaDevice device, Optional<String> userName) {

  private static final String OPTION = "--mfa-device";

  private static final String SERIAL = "serial";
  private static final String CODES = "codes";
  private static final String SEED = "seed";
  private static final String USER = "user";
  private static final String SINGLE_USE = "single-use";

  private static final Set<String> PARTS = Set.of(SERIAL, CODES, SEED, USER, SINGLE_USE);

  /**
   * Returns the device and whose it is.
   *
   * @throws IllegalArgumentException if a part is unknown, missing, given twice or wrong; the
   *     message is one sentence that names it
   */
  static MfaDeviceOption parse(String option) {
    Map<String, String> parts = OptionParts.of(OPTION, option, PARTS);
    String serial = parts.get(SERIAL);
    if (serial == null) {
      throw wrong("has no serial");
    }
    MfaDevice device = device(serial, parts.get(CODES), parts.get(SEED));
    String singleUse = parts.getOrDefault(SINGLE_USE, "false");
    return new MfaDeviceOption(
        switch (singleUse) {
          case "true" -> device.singleUse();
          case "false" -> device;
          default -> throw wrong("has single-use=" + singleUse + ", not true or false");
        },
        Optional.ofNullable(parts.get(USER)));
  }

  private static MfaDevice device(String serial, @Nullable String codes, @Nullable String seed) {
    if (codes != null && seed == null) {
      return MfaDevice.withCodes(serial, codes.split(";", -1));
    }
    if (seed != null && codes == null) {
      return MfaDevice.of(serial, seed);
    }
    throw wrong("\"" + serial + "\" needs either codes or a seed");
  }

  /**
   * Gives the devices to their users.
   *
   * @param users all users, the default one first
   * @throws IllegalArgumentException if a device is for a user whom there is not
   */
  static List<User> give(List<MfaDeviceOption> devices, List<User> users) {
    for (MfaDeviceOption option : devices) {
      option
          .userName()
          .filter(name -> users.stream().noneMatch(user -> user.name().equals(name)))
          .ifPresent(
              name -> {
                throw wrong("is for the user \"" + name + "\", whom no --user adds");
              });
    }
    List<User> given = new ArrayList<>(users.size());
    for (User user : users) {
      boolean isDefault = given.isEmpty();
      MfaDevice[] own =
          devices.stream()
              .filter(option -> option.userName().map(user.name()::equals).orElse(isDefault))
              .map(MfaDeviceOption::device)
              .toArray(MfaDevice[]::new);
      given.add(own.length == 0 ? user : user.mfaDevices(own));
    }
    return given;
  }

  private static IllegalArgumentException wrong(String what) {
    return OptionParts.wrong(OPTION, what);
  }
}
