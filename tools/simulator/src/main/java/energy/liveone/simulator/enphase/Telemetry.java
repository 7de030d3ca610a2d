package energy.liveone.simulator.enphase;

import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteModel.Sweep;
import energy.liveone.simulator.model.SiteState;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;

/** The telemetry documents of one call. */
final class Telemetry {

  /** Intervals of the microinverters. */
  static final int MICRO_SECONDS = 300;

  /** Intervals of meters and batteries. */
  static final int METER_SECONDS = 900;

  private static final Set<String> READINGS =
      Set.of("powr", "enwh", "percent", "wh_imported", "wh_exported", "power", "current_power");

  private final EnphaseSystem system;
  private final DataWindow window;
  private final FaultView faults;

  Telemetry(EnphaseSystem system, DataWindow window, FaultView faults) {
    this.system = system;
    this.window = window;
    this.faults = faults;
  }

  static boolean isReading(String field) {
    return READINGS.contains(field);
  }

  JsonObject production() {
    return framed(
        system.modules(),
        rows(
            MICRO_SECONDS,
            (values, stamp) ->
                JsonText.object()
                    .add("end_at", stamp)
                    .add("devices_reporting", values.reporting(system))
                    .add("powr", values.solarW())
                    .add("enwh", values.solarWh())));
  }

  /** What the home consumes; no rows without a meter. */
  JsonObject consumption() {
    return framed(
        system.metered() ? 1 : 0,
        system.metered()
            ? rows(
                METER_SECONDS,
                (values, stamp) ->
                    JsonText.object()
                        .add("end_at", stamp)
                        .add("devices_reporting", 1)
                        .add("enwh", values.loadWh()))
            : JsonArray.EMPTY_JSON_ARRAY);
  }

  JsonObject battery() {
    JsonObjectBuilder document =
        JsonText.object(
            framed(
                system.hasBattery() ? 1 : 0,
                system.hasBattery()
                    ? rows(METER_SECONDS, Telemetry::batteryRow)
                    : JsonArray.EMPTY_JSON_ARRAY));
    if (system.hasBattery()) {
      long percent = Math.round(system.model().at(window.to()).socPercent());
      document.add("last_reported_aggregate_soc", percent + "%");
    }
    return document.build();
  }

  private static JsonObjectBuilder batteryRow(IntervalValues values, long stamp) {
    return JsonText.object()
        .add("end_at", stamp)
        .add("charge", JsonText.object().add("enwh", values.chargeWh()).add("devices_reporting", 1))
        .add(
            "discharge",
            JsonText.object().add("enwh", values.dischargeWh()).add("devices_reporting", 1))
        .add(
            "soc",
            JsonText.object().add("percent", values.socPercent()).add("devices_reporting", 1));
  }

  /** Energy from or to the grid; here the intervals are an array in an array. */
  JsonObject grid(boolean imported) {
    JsonArray rows =
        system.metered()
            ? rows(
                METER_SECONDS,
                (values, stamp) ->
                    JsonText.object()
                        .add("end_at", stamp)
                        .add(
                            imported ? "wh_imported" : "wh_exported",
                            imported ? values.importWh() : values.exportWh()))
            : JsonArray.EMPTY_JSON_ARRAY;
    return JsonText.object(framed(system.metered() ? 1 : 0, rows))
        .add("intervals", JsonText.array().add(rows))
        .build();
  }

  private JsonArray rows(int seconds, BiFunction<IntervalValues, Long, JsonObjectBuilder> row) {
    long skew = Math.round(faults.claim(FaultName.CLOCK_SKEW).flatMap(Fault::number).orElse(0.0));
    boolean twice = faults.strikes(FaultName.DUPLICATE_TIMESTAMPS);
    JsonArrayBuilder rows = JsonText.array();
    Sweep sweep = system.model().sweep();
    long first = -Math.floorDiv(-Math.max(window.from().getEpochSecond(), earliest()), seconds);
    long last = Math.floorDiv(window.to().getEpochSecond(), seconds);
    if (first >= last) {
      return JsonArray.EMPTY_JSON_ARRAY;
    }
    SiteState start = sweep.at(Instant.ofEpochSecond(first * seconds));
    for (long place = first + 1; place <= last; place++) {
      SiteState end = sweep.at(Instant.ofEpochSecond(place * seconds));
      IntervalValues values = IntervalValues.between(start, end);
      rows.add(row.apply(values, place * seconds + skew));
      if (twice && place == last) {
        rows.add(row.apply(values, place * seconds + skew));
      }
      start = end;
    }
    return rows.build();
  }

  private static long earliest() {
    return SiteModel.FIRST.getEpochSecond();
  }

  private JsonObject framed(int devices, JsonArray rows) {
    return JsonText.object()
        .add("system_id", Long.parseLong(system.id()))
        .add("granularity", "day")
        .add("total_devices", devices)
        .add("start_at", window.from().getEpochSecond())
        .add("end_at", window.to().getEpochSecond())
        .add("items", "intervals")
        .add("intervals", rows)
        .add("meta", SystemDocuments.meta(window.to()))
        .build();
  }
}
