package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Some of an account's sites.
 *
 * @param count how many there are in all
 */
record SiteList(int count, List<DiscoveredSite> sites) {
  SiteList {
    sites = List.copyOf(sites);
  }

  /** Reads {@code sites}. */
  static SiteList of(JsonFields list) {
    List<DiscoveredSite> sites = new ArrayList<>();
    for (JsonFields site : list.objects("site")) {
      OptionalDouble id = site.number("id");
      if (id.isPresent()) {
        String number = SiteDetails.plain(id.getAsDouble());
        sites.add(new DiscoveredSite(number, site.text("name").orElse("Site " + number)));
      }
    }
    return new SiteList((int) list.number("count").orElse(sites.size()), sites);
  }
}
