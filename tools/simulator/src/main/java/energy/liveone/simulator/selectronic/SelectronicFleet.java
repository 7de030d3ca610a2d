package energy.liveone.simulator.selectronic;

import energy.liveone.simulator.model.BatteryBank;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteSpec;
import energy.liveone.simulator.model.SolarArray;
import energy.liveone.simulator.selectronic.SelectronicSystem.Nameplate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The accounts and systems of the portal: two for the demo, and as many more as a test creates. */
final class SelectronicFleet {

  /**
   * Homes whose course is computed one by one; the systems of a large fleet are these in various
   * sizes.
   */
  private static final int SHAPES = 12;

  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final Duration PROMPT = Duration.ofMillis(60);

  private final Map<String, SelectronicAccount> accounts = new ConcurrentHashMap<>();
  private final Map<String, SelectronicSystem> systems = new ConcurrentHashMap<>();
  private final List<SiteModel> shapes;

  SelectronicFleet(long seed) {
    shapes = shapes(seed);
    add(demo("1586", "Main House", SiteSpec.mainHouse(seed)));
    add(
        demo(
            "1587",
            "Workshop",
            SiteSpec.derived(seed, "selectronic", "1587", MELBOURNE)
                .with(new SolarArray(5_200, 0.3, 3))
                .with(new BatteryBank(10.5, 4_000, 4_500))
                .withHouseholdPeak(3_200)));
    accounts.put(
        "demo@liveone.example",
        new SelectronicAccount("demo@liveone.example", "sunny-side-up", List.of("1586", "1587")));
  }

  private static List<SiteModel> shapes(long seed) {
    return IntStream.range(0, SHAPES)
        .mapToObj(shape -> SiteSpec.derived(seed, "selectronic-fleet", "" + shape, MELBOURNE))
        .map(SiteModel::of)
        .toList();
  }

  private static SelectronicSystem demo(String number, String name, SiteSpec spec) {
    Nameplate nameplate =
        new Nameplate(
            "SP PRO GO 7.5 kW",
            "SR" + number + "07",
            "7.5 kW, 48 V",
            spec.solar().peakW() / 1_000 + " kW",
            spec.battery().capacityKwh() + " kWh");
    return new SelectronicSystem(number, name, nameplate, SiteModel.of(spec), PROMPT);
  }

  /**
   * Creates systems {@code first} to {@code first + count - 1}, each with an account of its own:
   * {@code fleet<number>@sim.example} and {@code pw-<number>}. Existing ones of these numbers are
   * replaced.
   *
   * @param now virtual time up to which the homes' course is computed at once, so that the first
   *     polls are not slow
   */
  void grow(int first, int count, Duration latency, Instant now) {
    shapes.forEach(shape -> shape.at(now));
    Nameplate nameplate =
        new Nameplate("SP PRO GO 5.0 kW", "SRFLEET", "5.0 kW, 48 V", "6 kW", "12 kWh");
    for (int place = first; place < first + count; place++) {
      String number = Integer.toString(place);
      SiteModel shape = shapes.get(place % SHAPES);
      double scale = 0.6 + (place * 31L % 97) / 97.0;
      add(
          new SelectronicSystem(
              number, "Fleet " + number, nameplate, shape.scaledBy(scale), latency));
      String email = "fleet" + number + "@sim.example";
      accounts.put(email, new SelectronicAccount(email, "pw-" + number, List.of(number)));
    }
  }

  private void add(SelectronicSystem system) {
    systems.put(system.number(), system);
  }

  Optional<SelectronicSystem> system(String number) {
    return Optional.ofNullable(systems.get(number));
  }

  Optional<SelectronicAccount> account(String email) {
    return Optional.ofNullable(accounts.get(email));
  }

  int size() {
    return systems.size();
  }
}
