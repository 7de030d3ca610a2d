package energy.liveone.simulator.enphase;

import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.SimulatedSite.PointValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What Enphase tells of one interval. Energies are whole Wh, cut from the counters at both ends, so
 * that the intervals of a day add up to the day.
 *
 * @param solarW mean generation, whole W
 * @param socPercent whole percent, at the end
 */
record IntervalValues(
    long solarW,
    long solarWh,
    long loadWh,
    long chargeWh,
    long dischargeWh,
    long importWh,
    long exportWh,
    long socPercent) {

  private static final double WH_PER_KWH = 1_000;
  private static final double SECONDS_PER_HOUR = 3_600;

  static IntervalValues between(SiteState start, SiteState end) {
    SiteEnergy from = start.lifetime();
    SiteEnergy to = end.lifetime();
    double hours = Duration.between(start.at(), end.at()).toSeconds() / SECONDS_PER_HOUR;
    double solarKwh = to.solarKwh() - from.solarKwh();
    return new IntervalValues(
        Math.round(solarKwh * WH_PER_KWH / hours),
        wattHours(from.solarKwh(), to.solarKwh()),
        wattHours(from.loadKwh(), to.loadKwh()),
        wattHours(from.chargeKwh(), to.chargeKwh()),
        wattHours(from.dischargeKwh(), to.dischargeKwh()),
        wattHours(from.importKwh(), to.importKwh()),
        wattHours(from.exportKwh(), to.exportKwh()),
        Math.round(end.socPercent()));
  }

  private static long wattHours(double fromKwh, double toKwh) {
    return (long) Math.floor(toKwh * WH_PER_KWH) - (long) Math.floor(fromKwh * WH_PER_KWH);
  }

  /** Microinverters that had enough light to report. */
  int reporting(EnphaseSystem system) {
    return solarW > 0 ? system.modules() : 0;
  }

  /** The same under LiveOne's point keys, as far as the system is equipped. */
  List<PointValue> readings(EnphaseSystem system) {
    List<PointValue> values = new ArrayList<>();
    values.add(new PointValue("solar_w", solarW));
    values.add(new PointValue("solar_interval_kwh", solarWh / WH_PER_KWH));
    values.add(new PointValue("devices_reporting", reporting(system)));
    if (system.metered()) {
      values.add(new PointValue("load_interval_kwh", loadWh / WH_PER_KWH));
      values.add(new PointValue("grid_import_interval_kwh", importWh / WH_PER_KWH));
      values.add(new PointValue("grid_export_interval_kwh", exportWh / WH_PER_KWH));
    }
    if (system.hasBattery()) {
      values.add(new PointValue("battery_charge_interval_kwh", chargeWh / WH_PER_KWH));
      values.add(new PointValue("battery_discharge_interval_kwh", dischargeWh / WH_PER_KWH));
      values.add(new PointValue("battery_soc", socPercent));
    }
    return values;
  }
}
