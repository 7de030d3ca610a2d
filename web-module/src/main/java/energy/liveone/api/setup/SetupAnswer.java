package energy.liveone.api.setup;

import energy.liveone.api.data.SystemsAnswer.SystemLine;
import energy.liveone.vendor.ConnectionTest.Connected;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code POST /api/setup}.
 *
 * @param secrets left out unless a key was made, which is told this once
 */
public record SetupAnswer(
    boolean success, int systemId, SystemLine system, @Nullable Map<String, String> secrets) {

  /** The shape of {@code POST /api/test-connection}. */
  public record ConnectionAnswer(
      boolean success,
      Map<String, Double> latest,
      Map<String, String> systemInfo,
      List<SiteLine> sites) {

    static ConnectionAnswer of(Connected connected) {
      Map<String, Double> latest = new TreeMap<>();
      connected.latest().forEach((key, value) -> latest.put(key.value(), value));
      return new ConnectionAnswer(
          true,
          latest,
          connected.systemInfo(),
          connected.sites().stream()
              .map(site -> new SiteLine(site.vendorSiteId(), site.name()))
              .toList());
    }
  }

  /** A site that the credentials reach. */
  public record SiteLine(String vendorSiteId, String name) {}
}
