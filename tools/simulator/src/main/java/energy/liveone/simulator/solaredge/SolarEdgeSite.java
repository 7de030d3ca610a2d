package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.SimulatedSite;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A site of the service.
 *
 * @param peakKw size of the array
 * @param batteryKwh capacity of the storage, 0 for none
 */
record SolarEdgeSite(
    String id,
    String name,
    double peakKw,
    double batteryKwh,
    SiteModel model,
    SiteSettings settings)
    implements SimulatedSite {

  /** The inverter reports to the service on this grid, at a second of its own. */
  static final int TELEMETRY_SECONDS = 300;

  /** The live values are this much apart. */
  private static final int FLOW_SECONDS = 10;

  private static final double KWH_PER_WH = 0.001;

  ZoneId zone() {
    return model.zone();
  }

  boolean hasBattery() {
    return settings.batteries() > 0 && batteryKwh > 0;
  }

  SolarEdgeSite with(SiteSettings changed) {
    return new SolarEdgeSite(id, name, peakKw, batteryKwh, model, changed);
  }

  /** The newest live values at {@code now}. */
  static Instant newestFlow(Instant now) {
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), FLOW_SECONDS) * FLOW_SECONDS);
  }

  /** The newest telemetry of the inverter at {@code now}. */
  Instant newestReport(Instant now) {
    int offset = reportSecond();
    long slot = Math.floorDiv(now.getEpochSecond() - offset, TELEMETRY_SECONDS);
    return Instant.ofEpochSecond(slot * TELEMETRY_SECONDS + offset);
  }

  /** Seconds after the full five minutes at which this site reports. */
  int reportSecond() {
    return 11 + Math.floorMod(id.hashCode(), 250);
  }

  /** What the wire delivers for an instant: flows in tens of watts, energies in whole Wh. */
  @Override
  public List<PointValue> readings(SiteState state, SiteState earlier, Duration step) {
    List<PointValue> readings = new ArrayList<>();
    FlowValues flow = FlowValues.of(state, hasBattery());
    readings.add(new PointValue("solar_w", flow.solarW()));
    readings.add(counter("solar_kwh", state.lifetime().solarKwh()));
    if (!settings.meters()) {
      return readings;
    }
    SiteEnergy now = state.lifetime();
    SiteEnergy before = earlier.lifetime();
    readings.add(new PointValue("load_w", flow.loadW()));
    readings.add(new PointValue("grid_w", flow.gridW()));
    readings.add(interval("solar_interval_kwh", before.solarKwh(), now.solarKwh()));
    readings.add(interval("load_interval_kwh", before.loadKwh(), now.loadKwh()));
    readings.add(interval("grid_import_interval_kwh", before.importKwh(), now.importKwh()));
    readings.add(interval("grid_export_interval_kwh", before.exportKwh(), now.exportKwh()));
    if (hasBattery()) {
      readings.add(new PointValue("battery_w", flow.batteryW()));
      readings.add(new PointValue("battery_soc", flow.socPercent()));
      readings.add(counter("battery_charge_kwh", now.chargeKwh()));
      readings.add(counter("battery_discharge_kwh", now.dischargeKwh()));
      readings.add(new PointValue("battery_temp_c", StorageData.temperature(state)));
    }
    return readings;
  }

  private static PointValue counter(String pointKey, double kwh) {
    return new PointValue(pointKey, wattHours(kwh) * KWH_PER_WH);
  }

  private static PointValue interval(String pointKey, double beforeKwh, double nowKwh) {
    return new PointValue(pointKey, (wattHours(nowKwh) - wattHours(beforeKwh)) * KWH_PER_WH);
  }

  /** A meter counts whole Wh, so that amounts of intervals add up to the counter. */
  static long wattHours(double kwh) {
    return Math.round(kwh * 1_000);
  }
}
