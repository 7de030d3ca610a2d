package energy.liveone.simulator;

import energy.liveone.simulator.amber.AmberVendor;
import energy.liveone.simulator.enphase.EnphaseVendor;
import energy.liveone.simulator.fronius.FroniusVendor;
import energy.liveone.simulator.mondo.MondoVendor;
import energy.liveone.simulator.selectronic.SelectronicVendor;
import energy.liveone.simulator.solaredge.SolarEdgeVendor;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import java.util.List;

/** The list of simulated vendors: the one place that names them. */
final class Vendors {

  private Vendors() {}

  static List<SimulatedVendor> all(SimulatorContext context) {
    return List.of(
        new SelectronicVendor(context),
        new FroniusVendor(context),
        new EnphaseVendor(context),
        new SolarEdgeVendor(context),
        new MondoVendor(context),
        new AmberVendor(context));
  }
}
