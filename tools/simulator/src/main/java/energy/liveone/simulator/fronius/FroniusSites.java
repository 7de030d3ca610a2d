package energy.liveone.simulator.fronius;

import energy.liveone.simulator.model.BatteryBank;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteSpec;
import energy.liveone.simulator.model.SolarArray;
import energy.liveone.simulator.vendor.ControlInput;
import jakarta.json.JsonObject;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The homes. Any site id names one; a sender may give it another size or zone. */
final class FroniusSites {

  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final int MOST_REMEMBERED = 1_000;

  private final Map<String, FroniusSite> sites = new ConcurrentHashMap<>();
  private final long seed;

  FroniusSites(long seed) {
    this.seed = seed;
  }

  /** The home of this id, derived from its name unless it was given a size. */
  FroniusSite site(String id) {
    if (sites.size() >= MOST_REMEMBERED && !sites.containsKey(id)) {
      throw new IllegalArgumentException("there are " + MOST_REMEMBERED + " sites already");
    }
    return sites.computeIfAbsent(
        id, name -> new FroniusSite(name, SiteModel.of(derived(name, MELBOURNE))));
  }

  /**
   * Applies {@code zone}, {@code solarPeakW} and {@code batteryKwh} of a control request, where
   * given, to a home.
   */
  FroniusSite configured(String id, JsonObject body) {
    Optional<ZoneId> zone = ControlInput.zone(body, "zone");
    Optional<Double> peak = ControlInput.number(body, "solarPeakW", 0, 1_000_000);
    Optional<Double> battery = ControlInput.number(body, "batteryKwh", 0, 10_000);
    if (zone.isPresent() || peak.isPresent() || battery.isPresent()) {
      SiteSpec spec = derived(id, zone.orElse(MELBOURNE));
      SolarArray array = spec.solar();
      BatteryBank bank = spec.battery();
      SiteSpec sized =
          spec.with(new SolarArray(peak.orElse(array.peakW()), array.localShare(), 0))
              .with(battery.map(FroniusSites::bank).orElse(bank));
      sites.put(id, new FroniusSite(id, SiteModel.of(sized)));
    }
    return site(id);
  }

  private static BatteryBank bank(double capacityKwh) {
    return new BatteryBank(capacityKwh, 400 * capacityKwh, 400 * capacityKwh);
  }

  private SiteSpec derived(String id, ZoneId zone) {
    return SiteSpec.derived(seed, "fronius", id, zone);
  }
}
