package energy.liveone.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses this server calls. Nothing is resolved here: a name is judged as a name, a number
 * as an address.
 */
public final class OutboundUrl {
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}");

  /** 127.1, 2130706433 and 0x7f.0.0.1 are ways to write an address that filters overlook. */
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d|0x)[^.]*\\.?");

  private OutboundUrl() {}

  /**
   * An absolute http or https address with a host, without user and fragment. Empty for others, for
   * addresses that stand for no machine or for the network's own services (link-local, where clouds
   * hand out credentials; multicast; the unspecified address), and for numbers in disguise.
   */
  public static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text.strip());
      boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return isWeb
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && isCallable(uri.getHost())
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether calls to it are encrypted. */
  public static boolean isEncrypted(URI uri) {
    return "https".equals(uri.getScheme());
  }

  /** Whether its host says that it is this machine or one of a private network. */
  public static boolean isInside(URI uri) {
    String host = host(uri.getHost());
    if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".internal")) {
      return true;
    }
    return literal(host)
        .map(
            address ->
                address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || isUniqueLocal(address))
        .orElse(false);
  }

  private static boolean isCallable(String written) {
    String host = host(written);
    boolean isDisguised =
        ENDS_IN_A_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches();
    if (isDisguised && !host.contains(":")) {
      return false;
    }
    return literal(host)
        .map(
            address ->
                !address.isLinkLocalAddress()
                    && !address.isMulticastAddress()
                    && !address.isAnyLocalAddress())
        .orElse(true);
  }

  private static String host(String written) {
    return written.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
  }

  /** The address that a number stands for; IPv4 inside IPv6 comes out as IPv4. */
  private static Optional<InetAddress> literal(String host) {
    if (!host.contains(":") && !DOTTED_QUAD.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** fc00::/7, which {@link InetAddress} does not know as private. */
  private static boolean isUniqueLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
  }
}
