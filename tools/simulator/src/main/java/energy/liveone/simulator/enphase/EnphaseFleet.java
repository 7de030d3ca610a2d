package energy.liveone.simulator.enphase;

import energy.liveone.simulator.model.BatteryBank;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteSpec;
import energy.liveone.simulator.model.SolarArray;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The accounts and systems of the cloud: two for the demo, and as many more as a test creates. */
final class EnphaseFleet {

  /** Who approves when nobody else is named. */
  static final String DEMO = "demo@liveone.example";

  private static final int SHAPES = 6;
  private static final int DEMO_USER = 4_213_377;
  private static final int FLEET_USER = 6_000_000;
  private static final int PANEL_W = 410;
  private static final String MELBOURNE = "Australia/Melbourne";
  private static final Duration PROMPT = Duration.ofMillis(40);

  private final Map<String, EnphaseAccount> accounts = new ConcurrentHashMap<>();
  private final Map<String, EnphaseSystem> systems = new ConcurrentHashMap<>();
  private final List<SiteModel> shapes;

  EnphaseFleet(long seed) {
    shapes =
        IntStream.range(0, SHAPES)
            .mapToObj(n -> spec(seed, "fleet" + n, 18 * PANEL_W, BatteryBank.NONE))
            .map(SiteModel::of)
            .toList();
    BatteryBank bank = new BatteryBank(10.08, 3_840, 3_840);
    add(
        new EnphaseSystem(
            "4218873",
            "Example House",
            MELBOURNE,
            18,
            18 * PANEL_W,
            0,
            false,
            SiteModel.of(spec(seed, "4218873", 18 * PANEL_W, BatteryBank.NONE)),
            PROMPT));
    add(
        new EnphaseSystem(
            "4218874",
            "Orchard Cottage",
            "Australia/Victoria",
            24,
            24 * PANEL_W,
            10_080,
            true,
            SiteModel.of(spec(seed, "4218874", 24 * PANEL_W, bank)),
            PROMPT));
    accounts.put(
        DEMO, new EnphaseAccount(DEMO, String.valueOf(DEMO_USER), List.of("4218873", "4218874")));
  }

  private static SiteSpec spec(long seed, String site, double peakW, BatteryBank bank) {
    return SiteSpec.derived(seed, "enphase", site, ZoneId.of(MELBOURNE))
        .with(new SolarArray(peakW, 0, 0))
        .with(bank);
  }

  /**
   * Creates systems {@code first} to {@code first + count - 1}, in turn on accounts {@code
   * enphase1@sim.example} and so on. Existing ones of these ids are replaced, and so are the
   * accounts.
   *
   * @param now virtual time up to which the homes' course is computed at once, so that the first
   *     polls are not slow
   * @return the accounts' e-mail addresses
   */
  List<String> grow(int first, int count, int owners, Duration latency, Instant now) {
    shapes.forEach(shape -> shape.at(now));
    for (int place = 0; place < count; place++) {
      double scale = 0.6 + (place * 31L % 97) / 97.0;
      int modules = Math.max(1, (int) Math.round(18 * scale));
      String id = String.valueOf(first + place);
      SiteModel model = shapes.get(place % SHAPES).scaledBy(scale);
      add(
          new EnphaseSystem(
              id, "Fleet " + id, MELBOURNE, modules, modules * PANEL_W, 0, false, model, latency));
    }
    List<String> emails = new ArrayList<>();
    for (int owner = 0; owner < owners; owner++) {
      int turn = owner;
      List<String> own =
          IntStream.range(0, count)
              .filter(place -> place % owners == turn)
              .mapToObj(place -> String.valueOf(first + place))
              .toList();
      String email = "enphase" + (owner + 1) + "@sim.example";
      accounts.put(email, new EnphaseAccount(email, String.valueOf(FLEET_USER + owner), own));
      emails.add(email);
    }
    return emails;
  }

  private void add(EnphaseSystem system) {
    systems.put(system.id(), system);
  }

  Optional<EnphaseSystem> system(String id) {
    return Optional.ofNullable(systems.get(id));
  }

  Optional<EnphaseAccount> account(String email) {
    return Optional.ofNullable(accounts.get(email));
  }

  int size() {
    return systems.size();
  }
}
