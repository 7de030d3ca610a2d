package energy.liveone.simulator.fronius;

import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.SimulatedSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A home with Fronius inverters. */
record FroniusSite(String id, SiteModel model) implements SimulatedSite {

  private static final double KWH_PER_WH = 0.001;

  @Override
  public List<PointValue> readings(SiteState state, SiteState earlier, Duration step) {
    MeteredValues values = MeteredValues.of(state);
    IntervalEnergy energy = IntervalEnergy.between(earlier.lifetime(), state.lifetime());
    List<PointValue> readings = new ArrayList<>();
    if (!values.asleep()) {
      readings.add(new PointValue("solar_w", values.solarW()));
      readings.add(new PointValue("solar_local_w", values.solarLocalW()));
      readings.add(new PointValue("solar_remote_w", values.solarRemoteW()));
    }
    if (FroniusBody.tellsSolarEnergy(values, energy)) {
      readings.add(interval("solar_interval_kwh", energy.solarWh()));
    }
    readings.add(new PointValue("load_w", values.loadW()));
    readings.add(new PointValue("battery_w", values.batteryW()));
    readings.add(new PointValue("grid_w", values.gridW()));
    readings.add(new PointValue("battery_soc", values.socPercent()));
    readings.add(interval("load_interval_kwh", energy.loadWh()));
    readings.add(interval("battery_charge_interval_kwh", energy.batteryInWh()));
    readings.add(interval("battery_discharge_interval_kwh", energy.batteryOutWh()));
    readings.add(interval("grid_import_interval_kwh", energy.gridInWh()));
    readings.add(interval("grid_export_interval_kwh", energy.gridOutWh()));
    return readings;
  }

  private static PointValue interval(String pointKey, long wattHours) {
    return new PointValue(pointKey, wattHours * KWH_PER_WH);
  }
}
