package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteModel;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Energy or mean power of each meter by quarter hours, hours or days. The running interval has no
 * value yet, and the one before it still grows for ten minutes after its end.
 */
final class MeterDetails {

  private static final Duration UPLOAD = Duration.ofMinutes(10);

  private final SolarEdgeSite site;
  private final Instant now;
  private final Instant uploadedUntil;

  /**
   * @param now until when the site has told anything
   */
  MeterDetails(SolarEdgeSite site, Instant now) {
    this.site = site;
    this.now = now;
    long grid = SolarEdgeSite.TELEMETRY_SECONDS;
    uploadedUntil =
        Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), grid) * grid).minus(UPLOAD);
  }

  /** Lengths of intervals that can be asked for. */
  enum Unit {
    QUARTER_OF_AN_HOUR,
    HOUR,
    DAY;

    ZonedDateTime floor(ZonedDateTime time) {
      if (this == DAY) {
        return time.truncatedTo(ChronoUnit.DAYS);
      }
      ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
      return this == HOUR ? hour : hour.plusMinutes(time.getMinute() / 15 * 15L);
    }

    ZonedDateTime next(ZonedDateTime time) {
      return switch (this) {
        case QUARTER_OF_AN_HOUR -> time.plusMinutes(15);
        case HOUR -> time.plusHours(1);
        case DAY -> time.plusDays(1);
      };
    }
  }

  /** The meters, spelled as in a request; replies spell them otherwise. */
  enum Meter {
    PRODUCTION("Production", SiteEnergy::solarKwh),
    CONSUMPTION("Consumption", SiteEnergy::loadKwh),
    SELFCONSUMPTION("SelfConsumption", energy -> 0),
    FEEDIN("FeedIn", SiteEnergy::exportKwh),
    PURCHASED("Purchased", SiteEnergy::importKwh);

    // The checker believes only its own annotation; these lambdas hold nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<SiteEnergy> counter;

    private final String type;

    Meter(String type, ToDoubleFunction<SiteEnergy> counter) {
      this.type = type;
      this.counter = counter;
    }

    private long wattHours(SiteEnergy energy) {
      return this == SELFCONSUMPTION
          ? PRODUCTION.wattHours(energy) - FEEDIN.wattHours(energy)
          : SolarEdgeSite.wattHours(counter.applyAsDouble(energy));
    }
  }

  /** {@code energyDetails}: Wh of each interval. */
  JsonObject energy(LocalRange range, Unit unit, List<Meter> wanted) {
    return document("energyDetails", range, unit, wanted, false);
  }

  /** {@code powerDetails}: mean W of each quarter hour. */
  JsonObject power(LocalRange range, List<Meter> wanted) {
    return document("powerDetails", range, Unit.QUARTER_OF_AN_HOUR, wanted, true);
  }

  private JsonObject document(
      String root, LocalRange range, Unit unit, List<Meter> wanted, boolean asPower) {
    Map<Meter, JsonArrayBuilder> values = new EnumMap<>(Meter.class);
    wanted.forEach(meter -> values.put(meter, JsonText.array()));
    Instant last = range.last(site.zone());
    SiteModel.Sweep sweep = site.model().sweep();
    ZonedDateTime start = unit.floor(range.first(site.zone()).atZone(site.zone()));
    while (!start.toInstant().isAfter(last)) {
      ZonedDateTime end = unit.next(start);
      add(values, sweep, start.toInstant(), end.toInstant(), asPower);
      start = end;
    }
    return JsonText.object()
        .add(
            root,
            JsonText.object()
                .add("timeUnit", unit.name())
                .add("unit", asPower ? "W" : "Wh")
                .add("meters", meters(values)))
        .build();
  }

  private void add(
      Map<Meter, JsonArrayBuilder> values,
      SiteModel.Sweep sweep,
      Instant start,
      Instant end,
      boolean asPower) {
    Instant known = end.isAfter(uploadedUntil) ? uploadedUntil : end;
    boolean running = end.isAfter(now);
    boolean told = !running && known.isAfter(start);
    SiteEnergy before = told ? sweep.at(start).lifetime() : null;
    SiteEnergy after = told ? sweep.at(known).lifetime() : null;
    values.forEach(
        (meter, list) -> {
          JsonObjectBuilder value =
              JsonText.object().add("date", LocalRange.written(start, site.zone()));
          if (before != null && after != null) {
            double wattHours = meter.wattHours(after) - meter.wattHours(before);
            double hours = Duration.between(start, known).toSeconds() / 3_600.0;
            value.add("value", asPower ? wattHours / hours : wattHours);
          }
          list.add(value);
        });
  }

  /** In an order that nobody can rely on: it changes from hour to hour and from site to site. */
  private JsonArrayBuilder meters(Map<Meter, JsonArrayBuilder> values) {
    JsonArrayBuilder meters = JsonText.array();
    if (!site.settings().meters()) {
      return meters;
    }
    List<Meter> order = new ArrayList<>(values.keySet());
    Collections.rotate(order, (int) (now.getEpochSecond() / 3_600 + site.reportSecond()) % 5);
    order.forEach(
        meter ->
            meters.add(JsonText.object().add("type", meter.type).add("values", values.get(meter))));
    return meters;
  }

  /** The meters that a request names; all when it names none. */
  static List<Meter> wanted(String parameter) {
    if (parameter.isBlank()) {
      return List.of(Meter.values());
    }
    List<Meter> wanted = new ArrayList<>();
    for (String name : parameter.toUpperCase(Locale.ROOT).split(",")) {
      wanted.add(Meter.valueOf(name.strip()));
    }
    return wanted;
  }
}
