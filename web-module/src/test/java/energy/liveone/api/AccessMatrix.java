package energy.liveone.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What every route and page answers every role, as written down in {@code access-matrix.txt}. */
final class AccessMatrix {
  private AccessMatrix() {}

  /**
   * One route or page.
   *
   * @param method of HTTP
   * @param path with names in braces, and what else the address needs
   * @param cells one letter for each role, in the order of {@link Role}
   * @param body what is sent, unless it only reads
   */
  record Row(String method, String path, String cells, String body) {
    /** As {@link EveryRouteTest} names routes. */
    String route() {
      return method.toLowerCase(Locale.ROOT) + " " + path.replaceAll("\\?.*", "");
    }
  }

  /** Who calls, in the order of the columns. */
  enum Role {
    NOBODY,
    EXPIRED_TOKEN,
    CRON,
    USER,
    VIEWER,
    GUEST,
    OWNERS_READ_TOKEN,
    OWNERS_WRITE_TOKEN,
    OWNER,
    ADMINS_READ_TOKEN,
    ADMINS_ADMIN_TOKEN,
    ADMIN
  }

  static List<Row> rows() throws IOException {
    try (InputStream in = AccessMatrix.class.getResourceAsStream("/access-matrix.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split(" +", 4))
          .map(parts -> new Row(parts[1], parts[2], parts[0], parts.length < 4 ? "{}" : parts[3]))
          .toList();
    }
  }
}
