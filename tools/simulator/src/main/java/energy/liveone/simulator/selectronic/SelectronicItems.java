package energy.liveone.simulator.selectronic;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SitePower;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.SimulatedSite.PointValue;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The measured items of one sample as the portal shows them. It hands on binary fractions of its
 * own arithmetic, so every number is a multiple of 1/1024.
 *
 * @param power W
 * @param total lifetime kWh
 * @param socPercent state of charge
 */
record SelectronicItems(SitePower power, SiteEnergy total, double socPercent) {

  private static final double GRAIN = 1_024;

  static SelectronicItems of(SiteState state) {
    return of(state.power(), state.lifetime(), state.socPercent());
  }

  static SelectronicItems of(SitePower power, SiteEnergy total, double socPercent) {
    return new SelectronicItems(
        new SitePower(
            grained(power.solarRemoteW()),
            grained(power.solarLocalW()),
            grained(power.loadW()),
            grained(power.batteryW())),
        grained(total),
        grained(socPercent));
  }

  private static SiteEnergy grained(SiteEnergy energy) {
    return new SiteEnergy(
        grained(energy.solarKwh()),
        grained(energy.loadKwh()),
        grained(energy.chargeKwh()),
        grained(energy.dischargeKwh()),
        grained(energy.importKwh()),
        grained(energy.exportKwh()));
  }

  private static double grained(double number) {
    return Math.rint(number * GRAIN) / GRAIN;
  }

  /**
   * The {@code items} object: 22 members.
   *
   * @param today kWh since the inverter's midnight
   * @param stampSecond the device's time stamp
   */
  JsonObjectBuilder json(SiteEnergy today, long stampSecond) {
    SiteEnergy since = grained(today);
    return JsonText.object()
        .add("battery_in_wh_today", since.chargeKwh())
        .add("battery_in_wh_total", total.chargeKwh())
        .add("battery_out_wh_today", since.dischargeKwh())
        .add("battery_out_wh_total", total.dischargeKwh())
        .add("battery_soc", socPercent)
        .add("battery_w", power.batteryW())
        .add("fault_code", 0)
        .add("fault_ts", 0)
        .add("gen_status", 0)
        .add("grid_in_wh_today", since.importKwh())
        .add("grid_in_wh_total", total.importKwh())
        .add("grid_out_wh_today", since.exportKwh())
        .add("grid_out_wh_total", total.exportKwh())
        .add("grid_w", power.gridW())
        .add("load_w", power.loadW())
        .add("load_wh_today", since.loadKwh())
        .add("load_wh_total", total.loadKwh())
        .add("shunt_w", power.solarLocalW())
        .add("solar_wh_today", since.solarKwh())
        .add("solar_wh_total", total.solarKwh())
        .add("solarinverter_w", power.solarRemoteW())
        .add("timestamp", stampSecond);
  }

  /** The same sample under LiveOne's point keys. Fault code and time are 0, which is no reading. */
  List<PointValue> readings() {
    return List.of(
        new PointValue("solar_w", power.solarW()),
        new PointValue("solar_remote_w", power.solarRemoteW()),
        new PointValue("solar_local_w", power.solarLocalW()),
        new PointValue("load_w", power.loadW()),
        new PointValue("battery_w", power.batteryW()),
        new PointValue("grid_w", power.gridW()),
        new PointValue("battery_soc", socPercent),
        new PointValue("solar_kwh", total.solarKwh()),
        new PointValue("load_kwh", total.loadKwh()),
        new PointValue("battery_charge_kwh", total.chargeKwh()),
        new PointValue("battery_discharge_kwh", total.dischargeKwh()),
        new PointValue("grid_import_kwh", total.importKwh()),
        new PointValue("grid_export_kwh", total.exportKwh()),
        new PointValue("generator_active", 0));
  }
}
