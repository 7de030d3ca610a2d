package energy.liveone.origin;

import java.util.List;
import java.util.function.Function;

/** The family of headers in which proxies tell where a request came from. */
public enum ForwardedHeader {
  /** {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
  X_FORWARDED {
    @Override
    List<Hop> hops(Function<String, List<String>> headers) {
      return SeparateHeaders.hops(headers);
    }
  },
  /** {@code Forwarded} of RFC 7239. */
  FORWARDED {
    @Override
    List<Hop> hops(Function<String, List<String>> headers) {
      return Rfc7239.hops(headers.apply("Forwarded"));
    }
  };

  /**
   * What the proxies said, the one nearest to the caller first.
   *
   * @param headers all values of a header, empty when it is missing
   */
  abstract List<Hop> hops(Function<String, List<String>> headers);
}
