package energy.liveone.web.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address within the site in the making; what stands in its query is encoded. */
public final class Address {
  private final String path;
  private final Map<String, String> query = new LinkedHashMap<>();

  private Address(String path) {
    this.path = path;
  }

  /** One without a query; an empty path is that of the page itself. */
  public static Address of(String path) {
    return new Address(path);
  }

  /** Adds to the query, also what is empty. */
  public Address with(String name, Object value) {
    query.put(name, value.toString());
    return this;
  }

  @Override
  public String toString() {
    return query.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
