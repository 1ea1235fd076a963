package dev.s3emulator.internal.domain.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in the notation of CIDR.
 *
 * @param address its first address or any other one in it, 4 or 16 bytes
 * @param prefixBits how many bits all its addresses share
 */
public record AddressRange(byte[] address, int prefixBits) implements ConditionOperand {

  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /** Reads a range, or a single address; empty if it is neither. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return address(text).map(bytes -> new AddressRange(bytes, bytes.length * 8));
    }
    String bits = text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(bits);
    return address(text.substring(0, slash))
        .filter(bytes -> prefix <= bytes.length * 8)
        .map(bytes -> new AddressRange(bytes, prefix));
  }

  /** Returns whether it is a range of IPv6. */
  public boolean isV6() {
    return address.length == 16;
  }

  @Override
  public boolean accepts(String actual, ConditionValues context) {
    return address(actual).filter(this::contains).isPresent();
  }

  private boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> address(String text) {
    // The forms are checked first: of anything else the JDK would ask the name service.
    boolean v6 = text.indexOf(':') >= 0;
    if (!(v6 ? V6 : V4).matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }
}
