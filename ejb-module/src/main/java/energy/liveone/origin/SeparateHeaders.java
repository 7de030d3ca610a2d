package energy.liveone.origin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads {@code X-Forwarded-For} and its companions. */
final class SeparateHeaders {
  private SeparateHeaders() {}

  static List<Hop> hops(Function<String, List<String>> headers) {
    List<String> senders = elements(headers.apply("X-Forwarded-For"));
    List<String> schemes = elements(headers.apply("X-Forwarded-Proto"));
    List<String> hosts = elements(headers.apply("X-Forwarded-Host"));
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < senders.size(); i++) {
      int fromTheRight = senders.size() - 1 - i;
      hops.add(new Hop(senders.get(i), at(schemes, fromTheRight), at(hosts, fromTheRight)));
    }
    return hops;
  }

  /** Proxies often hand the first scheme and host on without adding their own. */
  private static String at(List<String> values, int fromTheRight) {
    return values.isEmpty() ? "" : values.get(Math.max(0, values.size() - 1 - fromTheRight));
  }

  private static List<String> elements(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(String::strip)
        .toList();
  }
}
