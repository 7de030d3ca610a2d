package energy.liveone.origin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses in CIDR notation.
 *
 * @param prefixBits how many leading bits are the same in all of them
 */
public record NetworkRange(NetworkAddress start, int prefixBits) {
  public NetworkRange {
    if (prefixBits < 0 || prefixBits > start.bits()) {
      throw new IllegalArgumentException("An address has no " + prefixBits + " bits");
    }
  }

  /** Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. */
  public static Optional<NetworkRange> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<NetworkAddress> start = NetworkAddress.parse(parts[0]);
    if (start.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    int most = start.get().bits();
    if (parts.length == 1) {
      return Optional.of(new NetworkRange(start.get(), most));
    }
    if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most) {
      return Optional.empty();
    }
    return Optional.of(new NetworkRange(start.get(), Integer.parseInt(parts[1])));
  }

  /**
   * Reads a list with commas; a blank one is empty.
   *
   * @throws IllegalArgumentException naming the first element that is no range
   */
  public static List<NetworkRange> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(
            each ->
                parse(each)
                    .orElseThrow(
                        () -> new IllegalArgumentException("Not a range of addresses: " + each)))
        .toList();
  }

  /** Whether an address is in it. */
  public boolean contains(NetworkAddress address) {
    return address.startsLike(start, prefixBits);
  }
}
