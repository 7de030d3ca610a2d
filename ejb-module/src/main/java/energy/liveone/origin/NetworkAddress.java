package energy.liveone.origin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, read from its literal without ever asking a name server. An IPv4 address mapped to
 * IPv6 is the IPv4 address.
 */
public final class NetworkAddress {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final int NETWORK_BYTES = 8;

  private final byte[] bytes;

  private NetworkAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  /** An address that was resolved. */
  public static NetworkAddress of(InetAddress resolved) {
    return new NetworkAddress(resolved.getAddress());
  }

  /** Reads {@code 192.0.2.1} or {@code 2001:db8::1}; empty for anything else. */
  public static Optional<NetworkAddress> parse(@Nullable String literal) {
    if (literal == null) {
      return Optional.empty();
    }
    boolean isAddress =
        literal.indexOf(':') >= 0
            ? IPV6.matcher(literal).matches()
            : IPV4.matcher(literal).matches();
    return isAddress ? read(literal) : Optional.empty();
  }

  private static Optional<NetworkAddress> read(String literal) {
    try {
      return Optional.of(of(InetAddress.getByName(literal)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** 32 or 128. */
  int bits() {
    return bytes.length * Byte.SIZE;
  }

  boolean startsLike(NetworkAddress other, int prefixBits) {
    if (other.bytes.length != bytes.length) {
      return false;
    }
    int whole = prefixBits / Byte.SIZE;
    int mask = 0xff00 >> (prefixBits % Byte.SIZE) & 0xff;
    return Arrays.mismatch(bytes, 0, whole, other.bytes, 0, whole) < 0
        && (mask == 0 || (bytes[whole] & mask) == (other.bytes[whole] & mask));
  }

  /**
   * What is given to one customer as a whole and counts as one: the address for IPv4, its first 64
   * bits for IPv6.
   */
  public String network() {
    if (bytes.length <= NETWORK_BYTES) {
      return toString();
    }
    byte[] network = Arrays.copyOf(bytes, bytes.length);
    Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
    return new NetworkAddress(network) + "/64";
  }

  private InetAddress inet() {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Has a length that no address has", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NetworkAddress that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The literal; IPv6 in full, without leading zeros. */
  @Override
  public String toString() {
    InetAddress inet = inet();
    String text = inet.getHostAddress();
    return inet instanceof Inet6Address ? text.replaceFirst("%.*", "") : text;
  }
}
