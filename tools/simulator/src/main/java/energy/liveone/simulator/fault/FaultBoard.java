package energy.liveone.simulator.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All faults that are set, by vendor and site. Safe for use by many threads. */
public final class FaultBoard {

  /** Stands for all sites of a vendor. */
  public static final String ALL_SITES = "*";

  private final Map<Place, List<Fault>> faults = new ConcurrentHashMap<>();

  /** Replaces what is set at a place; an empty list clears it. */
  public void put(String vendor, String site, List<Fault> set) {
    if (set.isEmpty()) {
      faults.remove(new Place(vendor, site));
    } else {
      faults.put(new Place(vendor, site), List.copyOf(set));
    }
  }

  /** Clears everything of a vendor, sites included. */
  public void clear(String vendor) {
    faults.keySet().removeIf(place -> place.vendor.equals(vendor));
  }

  /** What is set at exactly this place. */
  public List<Fault> at(String vendor, String site) {
    return faults.getOrDefault(new Place(vendor, site), List.of());
  }

  /** Sites of a vendor that have faults of their own. */
  public List<String> sites(String vendor) {
    return faults.keySet().stream()
        .filter(place -> place.vendor.equals(vendor) && !place.site.equals(ALL_SITES))
        .map(Place::site)
        .sorted()
        .toList();
  }

  /** The faults that concern one call; a site's own setting of a fault goes before the vendor's. */
  public FaultView view(String vendor, Collection<String> sites, CallKind kind) {
    if (faults.isEmpty()) {
      return FaultView.none();
    }
    List<Fault> concerned = new ArrayList<>();
    for (String site : sites) {
      concerned.addAll(at(vendor, site));
    }
    concerned.addAll(at(vendor, ALL_SITES));
    return new FaultView(concerned, kind);
  }

  private record Place(String vendor, String site) {}
}
