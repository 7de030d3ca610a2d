package energy.liveone.vendor;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outcome of trying credentials before a system is added, or when its owner asks. */
public sealed interface ConnectionTest {

  /**
   * The vendor accepted the credentials.
   *
   * @param systemInfo what the vendor tells of the site, most interesting first; the keys {@code
   *     model}, {@code serial}, {@code ratings}, {@code solarSize} and {@code batterySize} are kept
   *     with the system, others are only shown
   * @param latest current values by point, in the points' units
   * @param sites the sites that these credentials reach; empty when the vendor does not say
   * @param options facts of the site that decide its points or calls, such as whether it has a
   *     battery; kept with the system's own options, which go before them
   * @param points all points of the site, of vendors that tell them with its measurements; empty
   *     when {@link VendorAdapter#defaultPoints} says which there are
   */
  record Connected(
      Map<String, String> systemInfo,
      Map<PointKey, Double> latest,
      List<DiscoveredSite> sites,
      Map<String, String> options,
      List<PointDefinition> points)
      implements ConnectionTest {
    /** What is known of a site that could not be asked. */
    public static final Connected NOTHING = new Connected(Map.of(), Map.of(), List.of());

    public Connected {
      systemInfo = Collections.unmodifiableMap(new LinkedHashMap<>(systemInfo));
      latest = Map.copyOf(latest);
      sites = List.copyOf(sites);
      options = Map.copyOf(options);
      points = List.copyOf(points);
    }

    /** Of a vendor whose points are known beforehand. */
    public Connected(
        Map<String, String> systemInfo,
        Map<PointKey, Double> latest,
        List<DiscoveredSite> sites,
        Map<String, String> options) {
      this(systemInfo, latest, sites, options, List.of());
    }

    /** Without facts that decide anything. */
    public Connected(
        Map<String, String> systemInfo, Map<PointKey, Double> latest, List<DiscoveredSite> sites) {
      this(systemInfo, latest, sites, Map.of());
    }
  }

  /** The vendor, or the way to it, refused. */
  record Refused(Failure failure) implements ConnectionTest {}

  /**
   * A site that an account reaches.
   *
   * @param vendorSiteId the vendor's identifier
   * @param name the vendor's name for it
   * @param zone its time zone, null when the vendor does not say
   */
  record DiscoveredSite(String vendorSiteId, String name, @Nullable ZoneId zone) {
    /** A site whose time zone the vendor does not say. */
    public DiscoveredSite(String vendorSiteId, String name) {
      this(vendorSiteId, name, null);
    }
  }

  /** Decides by case. */
  default <R> R fold(Function<Connected, R> connected, Function<Refused, R> refused) {
    if (this instanceof Connected c) {
      return connected.apply(c);
    }
    return refused.apply((Refused) this);
  }
}
