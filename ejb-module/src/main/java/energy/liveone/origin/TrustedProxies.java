package energy.liveone.origin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the origin of requests. The headers of trusted proxies ({@code liveone.trusted-proxies},
 * addresses and CIDR ranges, by default none) are believed, from the nearest proxy outwards, up to
 * the first address that is not one of them: that is the caller. What stands further left was
 * written by the caller and means nothing.
 *
 * <p>Only one family of headers is read ({@code liveone.forwarded-header}: {@code x-forwarded} or
 * {@code forwarded}), the one that the proxies write: the other one they hand on as the caller sent
 * it.
 */
@ApplicationScoped
public class TrustedProxies {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

  private final List<NetworkRange> trusted;
  private final ForwardedHeader header;

  @Inject
  public TrustedProxies(
      @ConfigProperty(name = "liveone.trusted-proxies") Optional<String> trusted,
      @ConfigProperty(name = "liveone.forwarded-header", defaultValue = "x-forwarded")
          String header) {
    this.trusted = ranges(trusted.orElse(""));
    this.header = family(header);
  }

  /** For the container's proxies. */
  protected TrustedProxies() {
    this(Optional.empty(), "x-forwarded");
  }

  /** Makes wrong settings stop the start and not the first request. */
  void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object start) {}

  private static List<NetworkRange> ranges(String text) {
    try {
      return NetworkRange.list(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("liveone.trusted-proxies: " + e.getMessage(), e);
    }
  }

  private static ForwardedHeader family(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "x-forwarded" -> ForwardedHeader.X_FORWARDED;
      case "forwarded" -> ForwardedHeader.FORWARDED;
      default ->
          throw new IllegalStateException(
              "liveone.forwarded-header is neither x-forwarded nor forwarded");
    };
  }

  /**
   * The origin of a request.
   *
   * @param peer what the connection itself says
   * @param headers all values of a header, empty when it is missing
   */
  public RequestOrigin originOf(RequestOrigin peer, Function<String, List<String>> headers) {
    Optional<NetworkAddress> nearest = NetworkAddress.parse(peer.address().replaceFirst("%.*", ""));
    if (nearest.isEmpty()) {
      return peer;
    }
    RequestOrigin origin =
        new RequestOrigin(nearest.get().toString(), peer.isSecure(), peer.host());
    return isTrusted(nearest.get()) ? behindProxies(origin, header.hops(headers)) : origin;
  }

  private RequestOrigin behindProxies(RequestOrigin proxy, List<Hop> hops) {
    RequestOrigin origin = proxy;
    for (int i = hops.size() - 1; i >= 0; i--) {
      Hop hop = hops.get(i);
      Optional<NetworkAddress> sender = hop.address();
      if (sender.isEmpty()) {
        return origin;
      }
      origin = new RequestOrigin(sender.get().toString(), secure(hop, origin), host(hop, origin));
      if (!isTrusted(sender.get())) {
        return origin;
      }
    }
    return origin;
  }

  private static boolean secure(Hop hop, RequestOrigin otherwise) {
    return switch (hop.scheme().toLowerCase(Locale.ROOT)) {
      case "https", "wss" -> true;
      case "http", "ws" -> false;
      default -> otherwise.isSecure();
    };
  }

  private static String host(Hop hop, RequestOrigin otherwise) {
    return HOST.matcher(hop.host()).matches() ? hop.host() : otherwise.host();
  }

  private boolean isTrusted(NetworkAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
