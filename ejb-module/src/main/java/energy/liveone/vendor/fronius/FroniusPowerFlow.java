package energy.liveone.vendor.fronius;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.PushParse;
import energy.liveone.vendor.PushParse.Invalid;
import energy.liveone.vendor.PushParse.PushIdentity;
import energy.liveone.vendor.PushParse.Store;
import energy.liveone.vendor.PushParse.Unusable;
import energy.liveone.vendor.StandardPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A Datamanager's own power-flow document: {@code Body.Data.Site} as pulled, {@code Body.Site} as
 * pushed. Signs: {@code P_Load} is negative while consuming, {@code P_Akku} + discharge, {@code
 * P_Grid} + import. It has no batch label, so its time is the label. Who pushes is told by the
 * route and its header.
 */
record FroniusPowerFlow(JsonFields document) {
  /** The points that this format can fill. */
  static final Set<StandardPoint> FILLS =
      Set.of(
          StandardPoint.SOLAR_W,
          StandardPoint.LOAD_W,
          StandardPoint.BATTERY_W,
          StandardPoint.GRID_W,
          StandardPoint.BATTERY_SOC,
          StandardPoint.SOLAR_KWH);

  private static final PushIdentity TOLD_BY_ROUTE = new PushIdentity(null, null);
  private static final Set<String> TOP = Set.of("Body", "Head");
  private static final double WH_PER_KWH = 1000;

  PushParse parse(PushWindow window, String response) {
    Optional<JsonFields> head = document.object("Head");
    OptionalDouble status =
        head.flatMap(h -> h.object("Status"))
            .map(s -> s.number("Code"))
            .orElse(OptionalDouble.empty());
    if (status.isPresent() && status.getAsDouble() != 0) {
      return new Unusable(
          "The device reports status " + (long) status.getAsDouble(), TOLD_BY_ROUTE, response);
    }
    Optional<JsonFields> flow = document.object("Body").map(b -> b.object("Data").orElse(b));
    Optional<JsonFields> site = flow.flatMap(f -> f.object("Site"));
    if (flow.isEmpty() || site.isEmpty()) {
      return invalid("Missing Body.Site", "Body");
    }
    Optional<Instant> time = head.flatMap(h -> h.text("Timestamp")).flatMap(FroniusPayload::time);
    if (time.isEmpty()) {
      return invalid("Head.Timestamp is not an ISO-8601 time with offset", "Head.Timestamp");
    }
    if (!window.admits(time.get())) {
      return invalid(PushWindow.REFUSAL, "Head.Timestamp");
    }
    return new Store(
        TOLD_BY_ROUTE,
        time.get(),
        time.get().toString(),
        readings(flow.get(), site.get(), time.get()),
        (int) document.names().stream().filter(name -> !TOP.contains(name)).count(),
        response);
  }

  private static PushParse invalid(String message, String field) {
    return new Invalid(message, field, TOLD_BY_ROUTE);
  }

  private static List<Reading> readings(JsonFields flow, JsonFields site, Instant time) {
    List<Reading> readings = new ArrayList<>();
    add(readings, StandardPoint.SOLAR_W, time, site.number("P_PV"));
    add(readings, StandardPoint.LOAD_W, time, negated(site.number("P_Load")));
    add(readings, StandardPoint.BATTERY_W, time, site.number("P_Akku"));
    add(readings, StandardPoint.GRID_W, time, site.number("P_Grid"));
    add(readings, StandardPoint.BATTERY_SOC, time, meanCharge(flow));
    add(readings, StandardPoint.SOLAR_KWH, time, lifetimeSolar(site));
    return readings;
  }

  private static void add(
      List<Reading> readings, StandardPoint point, Instant time, OptionalDouble value) {
    value.ifPresent(v -> readings.add(new Reading(point.key(), time, v)));
  }

  /** Subtracted from zero, as a negated zero would be stored as -0. */
  private static OptionalDouble negated(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(0 - value.getAsDouble()) : value;
  }

  /** A GEN24 without battery tells 0 % in mode {@code disabled}: that is no battery. */
  private static OptionalDouble meanCharge(JsonFields flow) {
    Optional<JsonFields> inverters = flow.object("Inverters");
    return inverters.stream()
        .flatMap(all -> all.names().stream().flatMap(name -> all.object(name).stream()))
        .filter(one -> one.text("Battery_Mode").filter("disabled"::equalsIgnoreCase).isEmpty())
        .flatMapToDouble(one -> one.number("SOC").stream())
        .average();
  }

  /** A lifetime total below this year's energy was seen in a recorded push: it is rubbish. */
  private static OptionalDouble lifetimeSolar(JsonFields site) {
    OptionalDouble total = site.number("E_Total");
    OptionalDouble year = site.number("E_Year");
    if (total.isEmpty() || (year.isPresent() && total.getAsDouble() < year.getAsDouble())) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(total.getAsDouble() / WH_PER_KWH);
  }
}
