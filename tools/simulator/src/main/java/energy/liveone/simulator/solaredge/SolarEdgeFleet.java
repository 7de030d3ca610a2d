package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.model.BatteryBank;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteSpec;
import energy.liveone.simulator.model.SolarArray;
import energy.liveone.simulator.vendor.ControlInput;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** Keys and sites: one account with two sites for the demo, and as many more as a test orders. */
final class SolarEdgeFleet {

  static final String DEMO_KEY = "DEMO0SOLAREDGE0KEY";

  /** Homes whose course is computed one by one; a fleet is these in various sizes. */
  private static final int SHAPES = 8;

  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final double WATTS_PER_KW = 1_000;

  private final long seed;
  private final Map<String, List<String>> sitesByKey = new ConcurrentHashMap<>();
  private final Map<String, SolarEdgeSite> sites = new ConcurrentHashMap<>();
  private final List<SiteSpec> specs;
  private final List<SiteModel> shapes;

  SolarEdgeFleet(long seed) {
    this.seed = seed;
    specs =
        IntStream.range(0, SHAPES)
            .mapToObj(shape -> SiteSpec.derived(seed, "solaredge-fleet", "" + shape, MELBOURNE))
            .toList();
    shapes = specs.stream().map(SiteModel::of).toList();
    SiteSpec house = SiteSpec.derived(seed, "solaredge", "1482210", MELBOURNE);
    SiteSpec shed = SiteSpec.derived(seed, "solaredge", "1482211", MELBOURNE);
    add(
        DEMO_KEY,
        "1482210",
        "Example House",
        house
            .with(new SolarArray(9_900, 1, 0))
            .with(new BatteryBank(9.7, 5_000, 5_000))
            .withHouseholdPeak(4_200),
        SiteSettings.USUAL);
    add(
        DEMO_KEY,
        "1482211",
        "Example Shed",
        shed.with(new SolarArray(5_000, 1, 0)).with(BatteryBank.NONE),
        SiteSettings.USUAL.withoutMeters());
  }

  private void add(String key, String id, String name, SiteSpec spec, SiteSettings settings) {
    put(
        key,
        new SolarEdgeSite(
            id,
            name,
            spec.solar().peakW() / WATTS_PER_KW,
            spec.battery().capacityKwh(),
            SiteModel.of(spec),
            settings));
  }

  private void put(String accountKey, SolarEdgeSite site) {
    sites.put(site.id(), site);
    List<String> ofAccount =
        sitesByKey.computeIfAbsent(accountKey, key -> new CopyOnWriteArrayList<>());
    if (!ofAccount.contains(site.id())) {
      ofAccount.add(site.id());
    }
    sitesByKey.put(siteKey(site.id()), List.of(site.id()));
  }

  /** The key of one site alone; it has no right to lists. */
  static String siteKey(String id) {
    return "SITE" + id + "0ONLY0KEY";
  }

  /** The key of an account of the fleet. */
  static String accountKey(int account) {
    return "FLEET" + account + "0ACCOUNT0KEY";
  }

  /**
   * Creates sites spread evenly over accounts.
   *
   * @param now virtual time up to which the homes' course is computed at once, so that the first
   *     polls are not slow
   */
  void grow(int first, int count, int accounts, Duration latency, Instant now) {
    shapes.forEach(shape -> shape.at(now));
    for (int place = 0; place < count; place++) {
      int number = first + place;
      double scale = 0.6 + (number * 31L % 97) / 97.0;
      SiteSpec spec = specs.get(number % SHAPES);
      put(
          accountKey(place % accounts),
          new SolarEdgeSite(
              Integer.toString(number),
              "Fleet " + number,
              Math.rint(spec.solar().peakW() * scale / 100) / 10,
              spec.battery().capacityKwh() * scale,
              shapes.get(number % SHAPES).scaledBy(scale),
              SiteSettings.USUAL.withLatency(latency)));
    }
  }

  /** Changes how the service speaks of a site, and with {@code zone} moves it. */
  SolarEdgeSite configure(SolarEdgeSite site, JsonObject body) {
    SolarEdgeSite changed =
        ControlInput.zone(body, "zone")
            .map(zone -> moved(site, zone))
            .orElse(site)
            .with(site.settings().changed(body));
    sites.put(site.id(), changed);
    return changed;
  }

  private SolarEdgeSite moved(SolarEdgeSite site, ZoneId zone) {
    SiteSpec spec =
        SiteSpec.derived(seed, "solaredge", site.id(), zone)
            .with(new SolarArray(site.peakKw() * WATTS_PER_KW, 1, 0))
            .with(new BatteryBank(site.batteryKwh(), 5_000, 5_000));
    return new SolarEdgeSite(
        site.id(),
        site.name(),
        site.peakKw(),
        site.batteryKwh(),
        SiteModel.of(spec),
        site.settings());
  }

  Optional<SolarEdgeSite> site(String id) {
    return Optional.ofNullable(sites.get(id));
  }

  /** The sites that a key reaches; empty for an unknown key. */
  List<SolarEdgeSite> reachedBy(String key) {
    List<SolarEdgeSite> reached = new ArrayList<>();
    sitesByKey.getOrDefault(key, List.of()).forEach(id -> site(id).ifPresent(reached::add));
    return reached;
  }

  boolean isAccountKey(String key) {
    return sitesByKey.containsKey(key) && !key.startsWith("SITE");
  }

  int size() {
    return sites.size();
  }
}
