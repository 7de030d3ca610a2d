package energy.liveone.simulator.fronius;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The Solar API power flow document that a Datamanager or GEN24 pushes by itself. */
final class NativePowerFlow {

  private NativePowerFlow() {}

  /** How the document is shaped. */
  enum Shape {
    /** As a recorded push: no {@code Data} level. Solar is null at night. */
    PUSH,
    /** As the document that can be pulled: with a {@code Data} level. Solar is null at night. */
    DATA,
    /** A GEN24: with a {@code Data} level; solar is 0.0 at night. */
    GEN24
  }

  static JsonObject document(Batch batch, ZoneId zone, Shape shape) {
    JsonObjectBuilder flow =
        JsonText.object()
            .add("Inverters", JsonText.object().add("1", inverter(batch, shape)))
            .add("Site", site(batch, shape))
            .add("Version", "12");
    JsonObjectBuilder body = shape == Shape.PUSH ? flow : JsonText.object().add("Data", flow);
    String stamp =
        batch
            .timestamp()
            .atZone(zone)
            .truncatedTo(ChronoUnit.SECONDS)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    return JsonText.object()
        .add("Body", body)
        .add(
            "Head",
            JsonText.object()
                .add("RequestArguments", JsonText.object())
                .add(
                    "Status",
                    JsonText.object().add("Code", 0).add("Reason", "").add("UserMessage", ""))
                .add("Timestamp", stamp))
        .build();
  }

  private static JsonObjectBuilder inverter(Batch batch, Shape shape) {
    JsonObjectBuilder inverter = JsonText.object().add("DT", 1);
    addSolar(inverter, "P", batch.values(), shape);
    return inverter
        .add("SOC", batch.values().socPercent())
        .addNull("E_Day")
        .addNull("E_Year")
        .add("E_Total", (double) batch.lifetimeSolarWh())
        .add("Battery_Mode", "normal");
  }

  private static JsonObjectBuilder site(Batch batch, Shape shape) {
    MeteredValues values = batch.values();
    JsonObjectBuilder site =
        JsonText.object()
            .add("Mode", "bidirectional")
            .add("BatteryStandby", false)
            .add("BackupMode", false);
    addSolar(site, "P_PV", values, shape);
    double load = Math.max(1, values.loadW());
    double own = values.loadW() - Math.max(0, values.gridW());
    return site.add("P_Load", -(double) values.loadW())
        .add("P_Akku", (double) values.batteryW())
        .add("P_Grid", (double) values.gridW())
        .addNull("E_Day")
        .addNull("E_Year")
        .add("E_Total", (double) batch.lifetimeSolarWh())
        .add("rel_Autonomy", Math.max(0, Math.round(100 * own / load)))
        .add("rel_SelfConsumption", 100);
  }

  private static void addSolar(
      JsonObjectBuilder target, String field, MeteredValues values, Shape shape) {
    if (values.asleep() && shape != Shape.GEN24) {
      target.addNull(field);
    } else {
      target.add(field, (double) values.solarW());
    }
  }
}
