package energy.liveone.web.gate;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser says that a request was sent by a page of this server. {@code Sec-Fetch-Site}
 * cannot be forged by a page; browsers leave it out over plain HTTP, where {@code Origin} says the
 * same for everything that changes something.
 */
enum SameOrigin {
  /** By a page of ours. */
  YES,
  /** By a page of another site, or by one that hides where it is from. */
  NO,
  /** Not said; no browser in use leaves it out when a page posts. */
  UNKNOWN;

  /**
   * @param site {@code Sec-Fetch-Site}
   * @param origin {@code Origin}
   * @param ourHosts under which names pages of ours are reached, with port where it is not the
   *     usual one
   */
  static SameOrigin of(@Nullable String site, @Nullable String origin, Set<String> ourHosts) {
    if (site != null) {
      return site.equals("same-origin") || site.equals("none") ? YES : NO;
    }
    if (origin == null) {
      return UNKNOWN;
    }
    return hostOf(origin).filter(ourHosts::contains).isPresent() ? YES : NO;
  }

  /** The host and port of an address, as {@link #normal} writes it. */
  static Optional<String> hostOf(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getRawAuthority()).map(SameOrigin::normal);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** In lower case and without the usual ports. */
  static String normal(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
