package energy.liveone.api.setup;

import energy.liveone.api.data.SystemsAnswer.SystemLine;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code POST /api/setup}.
 *
 * @param systemId the system, or the first of several
 * @param secrets left out unless a key was made, which is told this once
 * @param systems all of them when {@code siteIds} were named, else left out
 */
public record SetupAnswer(
    boolean success,
    int systemId,
    SystemLine system,
    @Nullable Map<String, String> secrets,
    @Nullable List<SystemLine> systems) {

  /** One system. */
  public SetupAnswer(
      boolean success, int systemId, SystemLine system, @Nullable Map<String, String> secrets) {
    this(success, systemId, system, secrets, null);
  }

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
          connected.sites().stream().map(SiteLine::of).toList());
    }
  }

  /**
   * A site that the credentials reach.
   *
   * @param timezone left out when the vendor does not say it
   */
  public record SiteLine(String vendorSiteId, String name, @Nullable String timezone) {
    /** The site as it was found. */
    public static SiteLine of(DiscoveredSite site) {
      return new SiteLine(
          site.vendorSiteId(), site.name(), site.zone() == null ? null : site.zone().getId());
    }
  }
}
