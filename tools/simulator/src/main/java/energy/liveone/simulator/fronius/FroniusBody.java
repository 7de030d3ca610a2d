package energy.liveone.simulator.fronius;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** The body that a collector pushes. */
final class FroniusBody {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final Set<String> MEASURED =
      Set.of(
          "solarW",
          "solarLocalW",
          "solarRemoteW",
          "loadW",
          "batteryW",
          "gridW",
          "batterySOC",
          "solarWhInterval",
          "loadWhInterval",
          "batteryInWhInterval",
          "batteryOutWhInterval",
          "gridInWhInterval",
          "gridOutWhInterval",
          "P",
          "SOC",
          "P_PV",
          "P_Load",
          "P_Akku",
          "P_Grid",
          "E_Total");

  private FroniusBody() {}

  static boolean isReading(String field) {
    return MEASURED.contains(field);
  }

  /** A sleeping inverter tells no energy, unless it fell asleep within the interval. */
  static boolean tellsSolarEnergy(MeteredValues values, IntervalEnergy energy) {
    return !values.asleep() || energy.solarWh() != 0;
  }

  static String stamp(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  /**
   * A body with readings.
   *
   * @param nothingMeasured whether every reading is {@code null}
   */
  static JsonObject store(String siteId, String apiKey, Batch batch, boolean nothingMeasured) {
    JsonObjectBuilder body =
        JsonText.object()
            .add("siteId", siteId)
            .add("apiKey", apiKey)
            .add("action", "store")
            .add("timestamp", stamp(batch.timestamp()))
            .add("sequence", batch.sequence());
    if (nothingMeasured) {
      MEASURED.stream()
          .filter(field -> Character.isLowerCase(field.charAt(0)))
          .sorted()
          .forEach(body::addNull);
    } else {
      addPower(body, batch.values());
      addEnergy(body, batch);
    }
    return body.addNull("faultCode").addNull("faultTimestamp").addNull("generatorStatus").build();
  }

  private static void addPower(JsonObjectBuilder body, MeteredValues values) {
    addSolar(body, "solarW", values, values.solarW());
    addSolar(body, "solarLocalW", values, values.solarLocalW());
    addSolar(body, "solarRemoteW", values, values.solarRemoteW());
    body.add("loadW", values.loadW())
        .add("batteryW", values.batteryW())
        .add("gridW", values.gridW())
        .add("batterySOC", values.socPercent());
  }

  private static void addSolar(
      JsonObjectBuilder body, String field, MeteredValues values, long watts) {
    if (values.asleep()) {
      body.addNull(field);
    } else {
      body.add(field, watts);
    }
  }

  private static void addEnergy(JsonObjectBuilder body, Batch batch) {
    IntervalEnergy energy = batch.energy();
    if (tellsSolarEnergy(batch.values(), energy)) {
      body.add("solarWhInterval", energy.solarWh());
    } else {
      body.add("solarWhInterval", JsonValue.NULL);
    }
    body.add("loadWhInterval", energy.loadWh())
        .add("batteryInWhInterval", energy.batteryInWh())
        .add("batteryOutWhInterval", energy.batteryOutWh())
        .add("gridInWhInterval", energy.gridInWh())
        .add("gridOutWhInterval", energy.gridOutWh());
  }
}
