package energy.liveone.origin;

/**
 * Where a request comes from, as far as trusted proxies tell.
 *
 * @param address of the caller: an IPv4 or IPv6 literal without port
 * @param isSecure whether the caller reached us, or the first trusted proxy, over TLS
 * @param host the name the caller used, with the port where one was given; whatever the caller
 *     claims, so only fit for comparing with other claims of the same request
 */
public record RequestOrigin(String address, boolean isSecure, String host) {
  /** Whose attempts count together; see {@link NetworkAddress#network()}. */
  public String network() {
    return NetworkAddress.parse(address).map(NetworkAddress::network).orElse(address);
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return isSecure ? "https" : "http";
  }
}
