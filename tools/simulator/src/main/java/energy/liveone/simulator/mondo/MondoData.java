package energy.liveone.simulator.mondo;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.DeviceFaults.Sample;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteModel.Sweep;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.mondo.MondoCircuit.Flow;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The documents of a group. */
final class MondoData {

  /** The battery's row has the sign turned round. */
  static final FaultName REVERSED_BATTERY = new FaultName("reversedBattery", FaultName.Value.NONE);

  private static final Set<String> READINGS =
      Set.of(
          "energyNowW", "totalEnergyWh", "totalEnergyTodayWh", "value", "demand", "stateOfCharge");
  private static final double WH_PER_KWH = 1_000;
  private static final double W_PER_KW = 1_000;
  private static final int SECONDS_PER_HOUR = 3_600;

  private final Clock clock;

  MondoData(Clock clock) {
    this.clock = clock;
  }

  static boolean isReading(String field) {
    return READINGS.contains(field);
  }

  /** One row for each circuit that reports. */
  JsonObject rows(MondoGroup group, FaultView faults) {
    Sample sample = DeviceFaults.sample(faults, clock.instant(), MondoGroup::newestRow);
    SiteModel model = group.model();
    SiteState state = model.at(sample.measured());
    SiteEnergy today = state.lifetime().minus(model.atLocalMidnight(sample.measured()));
    JsonArrayBuilder rows = JsonText.array();
    for (MondoCircuit circuit : group.reporting()) {
      boolean reversed = circuit.flow() == Flow.BATTERY && faults.strikes(REVERSED_BATTERY);
      double watts = circuit.watts(state.power()) * (reversed ? -1 : 1);
      double kwh =
          DeviceFaults.counter(
              faults,
              circuit.counterWh(state.lifetime()) / WH_PER_KWH,
              at -> circuit.counterWh(model.at(at).lifetime()) / WH_PER_KWH);
      rows.add(
          JsonText.object()
              .add("monitoringPointId", circuit.id())
              .add("monitoringPointName", circuit.name())
              .add("monitoringPointGroupName", group.name())
              .add("loadType", circuit.loadType())
              .add("energyNowW", MondoGroup.shownWatts(watts))
              .add("totalEnergyWh", Math.round(kwh * WH_PER_KWH))
              .add("totalEnergyTodayWh", Math.round(circuit.counterWh(today))));
    }
    return JsonText.object().add("rows", rows).build();
  }

  /** The live values, some minutes old; in kW, with the battery positive while charging. */
  JsonObject widget(MondoGroup group, FaultView faults) {
    Sample sample = DeviceFaults.sample(faults, clock.instant(), MondoGroup::newestRecord);
    SiteState state = group.model().at(sample.measured());
    JsonObjectBuilder battery =
        unit(-state.power().batteryW())
            .add("stateOfCharge", MondoGroup.shownSoc(state.socPercent()));
    return JsonText.object()
        .add("lastRecordedUtc", sample.stamp().toString())
        .add("demand", kilowatts(state.power().loadW()))
        .add(
            "liveUsageData",
            JsonText.object()
                .add("solar", unit(state.power().solarW()))
                .add("generator", unit(0).add("deviceStatus", "Offline"))
                .add("battery", battery)
                .add("grid", unit(state.power().gridW())))
        .build();
  }

  private static JsonObjectBuilder unit(double watts) {
    return JsonText.object().add("deviceStatus", "Online").add("value", kilowatts(watts));
  }

  private static double kilowatts(double watts) {
    return Math.rint(watts / W_PER_KW * 100) / 100 + 0.0;
  }

  /**
   * Mean powers of each five minutes of a local day, labelled by their beginning; what has not
   * passed is left out.
   *
   * @param points ids of the circuits wanted; empty means all
   */
  JsonObject day(MondoGroup group, List<String> points, LocalDate date) {
    Instant begin = date.atStartOfDay(MondoEstate.MELBOURNE).toInstant();
    Instant nextDay = date.plusDays(1).atStartOfDay(MondoEstate.MELBOURNE).toInstant();
    Instant now = clock.instant();
    List<MondoCircuit> wanted =
        group.reporting().stream()
            .filter(circuit -> points.isEmpty() || points.contains(circuit.id()))
            .toList();
    JsonObjectBuilder energy = JsonText.object();
    JsonObjectBuilder charge = JsonText.object();
    JsonObjectBuilder load = JsonText.object();
    Sweep sweep = group.model().sweep();
    SiteState from = sweep.at(begin);
    while (from.at().isBefore(nextDay)) {
      SiteState to = sweep.at(from.at().plusSeconds(MondoGroup.RECORD_SECONDS));
      if (to.at().isAfter(now)) {
        break;
      }
      SiteEnergy passed = to.lifetime().minus(from.lifetime());
      String label = from.at().truncatedTo(ChronoUnit.SECONDS).toString();
      energy.add(label, means(wanted, passed));
      charge.add(label, MondoGroup.shownSoc(from.socPercent()));
      load.add(label, meanWatts(passed.loadKwh() * WH_PER_KWH));
      from = to;
    }
    return JsonText.object()
        .add("energyData", energy)
        .add("batterySocData", charge)
        .add("siteLoadData", load)
        .add("monitoringPoints", names(wanted))
        .add("timezone", MondoEstate.MELBOURNE.getId())
        .build();
  }

  private static JsonObjectBuilder means(List<MondoCircuit> circuits, SiteEnergy passed) {
    JsonObjectBuilder means = JsonText.object();
    circuits.forEach(circuit -> means.add(circuit.id(), meanWatts(circuit.netWh(passed))));
    return means;
  }

  private static double meanWatts(double wattHours) {
    return MondoGroup.shownWatts(wattHours * SECONDS_PER_HOUR / MondoGroup.RECORD_SECONDS);
  }

  private static JsonObjectBuilder names(List<MondoCircuit> circuits) {
    JsonObjectBuilder names = JsonText.object();
    circuits.forEach(
        circuit ->
            names.add(
                circuit.id(),
                JsonText.object().add("name", circuit.name()).add("loadType", circuit.loadType())));
    return names;
  }
}
