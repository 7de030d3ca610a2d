package energy.liveone.simulator.mondo;

import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SitePower;

/**
 * One monitored circuit: a share of one flow of the home, so that its counter is as exact as the
 * home's.
 *
 * @param id the monitoring point's id
 * @param loadType as the wire spells it; may be a type that nobody knows
 * @param share part of the flow, 0 to 1
 * @param reporting whether the portal has a row for it
 */
record MondoCircuit(
    String id, String name, String loadType, Flow flow, double share, boolean reporting) {

  private static final double WH_PER_KWH = 1_000;

  /** What a circuit measures. */
  enum Flow {
    SOLAR,
    BATTERY,
    /** A hybrid inverter: battery and the DC-coupled share of the panels, net. */
    HYBRID,
    GRID,
    LOAD
  }

  MondoCircuit renamed(String newName) {
    return new MondoCircuit(id, newName, loadType, flow, share, reporting);
  }

  MondoCircuit typed(String newType) {
    return new MondoCircuit(id, name, newType, flow, share, reporting);
  }

  MondoCircuit reporting(boolean now) {
    return new MondoCircuit(id, name, loadType, flow, share, now);
  }

  /** W, with the sign of the portal: discharge and import positive. */
  double watts(SitePower power) {
    return switch (flow) {
      case SOLAR -> share * power.solarW();
      case BATTERY -> share * power.batteryW();
      case HYBRID -> power.batteryW() + share * power.solarW();
      case GRID -> share * power.gridW();
      case LOAD -> share * power.loadW();
    };
  }

  /** The lifetime counter in Wh: throughput of a battery, import of a gate meter. */
  double counterWh(SiteEnergy lifetime) {
    return WH_PER_KWH
        * switch (flow) {
          case SOLAR -> share * lifetime.solarKwh();
          case BATTERY -> share * (lifetime.chargeKwh() + lifetime.dischargeKwh());
          case HYBRID -> lifetime.dischargeKwh() + share * lifetime.solarKwh();
          case GRID -> share * lifetime.importKwh();
          case LOAD -> share * lifetime.loadKwh();
        };
  }

  /** Energy in Wh that went through it in one direction less the other, of a span's energies. */
  double netWh(SiteEnergy passed) {
    double battery = passed.dischargeKwh() - passed.chargeKwh();
    return WH_PER_KWH
        * switch (flow) {
          case SOLAR -> share * passed.solarKwh();
          case BATTERY -> share * battery;
          case HYBRID -> battery + share * passed.solarKwh();
          case GRID -> share * (passed.importKwh() - passed.exportKwh());
          case LOAD -> share * passed.loadKwh();
        };
  }
}
