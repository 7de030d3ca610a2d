package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.JsonFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One battery's telemetry.
 *
 * @param nameplateWh its capacity, 1 when nobody says
 */
record Battery(double nameplateWh, List<Telemetry> telemetries) {
  Battery {
    telemetries = List.copyOf(telemetries);
  }

  /**
   * What a battery tells of one second.
   *
   * @param powerW positive while discharging
   * @param chargedWh lifetime counter; both counters are empty when the battery keeps none
   */
  record Telemetry(
      Instant time,
      OptionalDouble powerW,
      OptionalDouble socPercent,
      OptionalDouble chargedWh,
      OptionalDouble dischargedWh,
      OptionalDouble temperature) {}

  /** Reads {@code storageData}; no batteries at all make an empty list. */
  static List<Battery> of(JsonFields storage, SiteTime time) {
    return storage.objects("batteries").stream()
        .map(
            battery ->
                new Battery(
                    Math.max(1, battery.number("nameplate").orElse(1)), telemetries(battery, time)))
        .toList();
  }

  private static List<Telemetry> telemetries(JsonFields battery, SiteTime time) {
    SiteTime.Rows rows = time.rows();
    List<Telemetry> telemetries = new ArrayList<>();
    for (JsonFields row : battery.objects("telemetries")) {
      row.text("timeStamp")
          .flatMap(rows::next)
          .ifPresent(stamp -> telemetries.add(telemetry(stamp, row)));
    }
    return telemetries;
  }

  private static Telemetry telemetry(Instant stamp, JsonFields row) {
    OptionalDouble charged = row.number("lifeTimeEnergyCharged");
    OptionalDouble discharged = row.number("lifeTimeEnergyDischarged");
    boolean counts = charged.orElse(1) != 0 || discharged.orElse(1) != 0;
    OptionalDouble inPractice = row.number("batteryPercentageState");
    return new Telemetry(
        stamp,
        discharging(row.number("power")),
        inPractice.isPresent() ? inPractice : row.number("stateOfCharge"),
        counts ? charged : OptionalDouble.empty(),
        counts ? discharged : OptionalDouble.empty(),
        row.number("internalTemp"));
  }

  /** The vendor's sign turned round; subtracted from zero, as a negated zero would be -0. */
  private static OptionalDouble discharging(OptionalDouble charging) {
    return charging.isPresent() ? OptionalDouble.of(0 - charging.getAsDouble()) : charging;
  }
}
