package energy.liveone.simulator.selectronic;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.DeviceFaults.Sample;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The live data document of a system. */
final class SelectronicLive {

  private static final Set<String> NOT_MEASURED =
      Set.of("timestamp", "now", "item_count", "fault_ts", "fault_code", "gen_status");

  private final Clock clock;

  SelectronicLive(Clock clock) {
    this.clock = clock;
  }

  /** All numbers of the document but time stamps, states and the count. */
  static boolean isReading(String field) {
    return !NOT_MEASURED.contains(field);
  }

  JsonObject document(SelectronicSystem system, FaultView faults) {
    Instant now = clock.instant();
    Sample sample = DeviceFaults.sample(faults, now, SelectronicSystem::newestSample);
    SiteModel model = system.model();
    SiteState state = model.at(sample.measured());
    SiteEnergy today = state.lifetime().minus(model.atLocalMidnight(sample.measured()));
    SiteEnergy total = counters(model, state.lifetime(), faults);
    JsonObject items =
        SelectronicItems.of(state.power(), total, state.socPercent())
            .json(today, sample.stamp().getEpochSecond())
            .build();
    return JsonText.object()
        .add("device", JsonText.object().add("name", "Selectronic SP-PRO"))
        .add("item_count", items.size())
        .add("items", items)
        .add("comment", "energies are actually in kWh, not Wh")
        .add("now", now.getEpochSecond())
        .build();
  }

  private static SiteEnergy counters(SiteModel model, SiteEnergy actual, FaultView faults) {
    return new SiteEnergy(
        counter(model, actual, faults, SiteEnergy::solarKwh),
        counter(model, actual, faults, SiteEnergy::loadKwh),
        counter(model, actual, faults, SiteEnergy::chargeKwh),
        counter(model, actual, faults, SiteEnergy::dischargeKwh),
        counter(model, actual, faults, SiteEnergy::importKwh),
        counter(model, actual, faults, SiteEnergy::exportKwh));
  }

  private static double counter(
      SiteModel model, SiteEnergy actual, FaultView faults, ToDoubleFunction<SiteEnergy> kind) {
    return DeviceFaults.counter(
        faults, kind.applyAsDouble(actual), at -> kind.applyAsDouble(model.at(at).lifetime()));
  }
}
