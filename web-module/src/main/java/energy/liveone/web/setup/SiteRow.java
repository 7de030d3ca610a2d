package energy.liveone.web.setup;

import energy.liveone.setup.TakenSites.Own;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A site of an account, to be chosen.
 *
 * @param zone empty when the vendor does not say
 * @param added what its system is called when the reader has it already, else empty
 * @param path of that system
 */
public record SiteRow(
    String id, String name, String zone, boolean ticked, String added, String path) {

  /** The sites by name, those that are added already last. */
  public static List<SiteRow> of(
      List<DiscoveredSite> sites, Map<String, Own> own, Collection<String> ticked) {
    return sites.stream()
        .map(site -> of(site, own.get(site.vendorSiteId()), ticked))
        .sorted(
            Comparator.comparing((SiteRow row) -> !row.added().isEmpty())
                .thenComparing(SiteRow::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(SiteRow::id))
        .toList();
  }

  private static SiteRow of(DiscoveredSite site, @Nullable Own own, Collection<String> ticked) {
    return new SiteRow(
        site.vendorSiteId(),
        site.name(),
        Optional.ofNullable(site.zone()).map(ZoneId::getId).orElse(""),
        ticked.contains(site.vendorSiteId()),
        own == null ? "" : own.name(),
        own == null ? "" : "/system/" + own.id());
  }
}
