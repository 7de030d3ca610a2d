package energy.liveone.simulator.amber;

import energy.liveone.simulator.amber.AmberChannel.Kind;
import energy.liveone.simulator.model.BatteryBank;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteSpec;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * The keys and their sites: two for the demo, one of them with a closed site of the same meter, and
 * as many more as a test creates.
 */
final class AmberSites {

  static final String DEMO_30 = "01F5A5CRKMZ5BCX9P1S4V990AM";
  static final String DEMO_30_CLOSED = "01ERZ3W7K2M9T4C6H8N1D5XQBV";
  static final String DEMO_5 = "01GQ7T2V9RJ4S8M6P3K5N1H0EB";

  private static final int SHAPES = 8;
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final LocalDate OPENED = LocalDate.of(2025, 2, 14);

  private final Map<String, AmberSite> sites = new ConcurrentHashMap<>();
  private final Map<String, List<String>> idsByKey = new ConcurrentHashMap<>();
  private final List<SiteModel> shapes;
  private final Market market;

  AmberSites(long seed, Market market) {
    this.market = market;
    shapes =
        IntStream.range(0, SHAPES)
            .mapToObj(shape -> SiteSpec.derived(seed, "amber-fleet", "" + shape, MELBOURNE))
            .map(AmberSites::withoutBattery)
            .toList();
    SiteModel model = SiteModel.of(SiteSpec.mainHouse(seed));
    LocalDate moved = LocalDate.of(2025, 2, 10);
    add(
        "psk_demo_30min",
        new AmberSite(
            DEMO_30_CLOSED,
            "64070000001",
            LocalDate.of(2025, 1, 2),
            moved,
            30,
            Layout.STANDARD.channels(),
            model,
            market));
    add(
        "psk_demo_30min",
        new AmberSite(
            DEMO_30, "64070000001", OPENED, null, 30, Layout.STANDARD.channels(), model, market));
    SiteModel other = withoutBattery(SiteSpec.derived(seed, "amber", DEMO_5, MELBOURNE));
    add(
        "psk_demo_5min",
        new AmberSite(
            DEMO_5, "64070000002", OPENED, null, 5, Layout.STANDARD.channels(), other, market));
  }

  /** A home that imports and exports every day. */
  private static SiteModel withoutBattery(SiteSpec spec) {
    return SiteModel.of(spec.with(BatteryBank.NONE));
  }

  /** Which registers a meter has. */
  enum Layout {
    STANDARD,
    CONTROLLED_LOAD,
    TWO_GENERAL;

    List<AmberChannel> channels() {
      AmberChannel feedIn = new AmberChannel("B1", Kind.FEED_IN, "GENR13", 1);
      return switch (this) {
        case STANDARD -> List.of(new AmberChannel("E1", Kind.GENERAL, "CRTOU", 1), feedIn);
        case CONTROLLED_LOAD ->
            List.of(
                new AmberChannel("E1", Kind.GENERAL, "CRTOU", 0.75),
                new AmberChannel("E2", Kind.CONTROLLED_LOAD, "CL33", 0.25),
                feedIn);
        case TWO_GENERAL ->
            List.of(
                new AmberChannel("E1", Kind.GENERAL, "CRTOU", 0.625),
                new AmberChannel("E2", Kind.GENERAL, "CRTOU", 0.375),
                feedIn);
      };
    }
  }

  /** Creates a site of a number on a key; an existing one of that number is replaced. */
  AmberSite create(String key, int number, int intervalMinutes, Layout layout) {
    double scale = 0.6 + (number * 31L % 97) / 97.0;
    AmberSite site =
        new AmberSite(
            "01SIM%021d".formatted(number),
            "641%08d".formatted(number),
            OPENED,
            null,
            intervalMinutes,
            layout.channels(),
            shapes.get(number % SHAPES).scaledBy(scale),
            market);
    add(key, site);
    return site;
  }

  private void add(String key, AmberSite site) {
    sites.put(site.id(), site);
    List<String> ids = idsByKey.computeIfAbsent(key, unused -> new CopyOnWriteArrayList<>());
    if (!ids.contains(site.id())) {
      ids.add(site.id());
    }
  }

  Optional<AmberSite> site(String id) {
    return Optional.ofNullable(sites.get(id));
  }

  boolean knows(String key) {
    return idsByKey.containsKey(key);
  }

  /** The sites of a key, as the list shows them: the closed one first. */
  List<AmberSite> sitesOf(String key) {
    List<AmberSite> own = new ArrayList<>();
    idsByKey.getOrDefault(key, List.of()).forEach(id -> site(id).ifPresent(own::add));
    return own;
  }
}
