package energy.liveone.origin;

import java.util.Optional;

/**
 * What one proxy says of whoever sent it a request. Texts may be empty or garbage.
 *
 * @param sender the address, maybe with a port or in brackets
 */
record Hop(String sender, String scheme, String host) {
  /** The sender without port and brackets; empty for {@code unknown}, names and garbage. */
  Optional<NetworkAddress> address() {
    if (sender.startsWith("[")) {
      int end = sender.indexOf(']');
      return end < 0 ? Optional.empty() : NetworkAddress.parse(sender.substring(1, end));
    }
    int colon = sender.indexOf(':');
    boolean hasPort = colon >= 0 && colon == sender.lastIndexOf(':');
    return NetworkAddress.parse(hasPort ? sender.substring(0, colon) : sender);
  }
}
