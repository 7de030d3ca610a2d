package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * The telemetry of a site's batteries, every five minutes at a second of their own. Power is
 * positive while charging, unlike everywhere else.
 */
final class StorageData {

  private static final int CHARGING = 3;
  private static final int DISCHARGING = 4;
  private static final int IDLE = 6;

  /** Telemetry needs this long to show. */
  private static final int UPLOAD_SECONDS = 60;

  private final SolarEdgeSite site;
  private final Instant now;
  private final FaultView faults;

  /**
   * @param now until when the site has told anything
   */
  StorageData(SolarEdgeSite site, Instant now, FaultView faults) {
    this.site = site;
    this.now = now;
    this.faults = faults;
  }

  JsonObject document(LocalRange range) {
    JsonArrayBuilder batteries = JsonText.array();
    int count = site.hasBattery() ? site.settings().batteries() : 0;
    for (int battery = 0; battery < count; battery++) {
      batteries.add(battery(range, battery));
    }
    return JsonText.object()
        .add(
            "storageData", JsonText.object().add("batteryCount", count).add("batteries", batteries))
        .build();
  }

  static String serial(SolarEdgeSite site, int battery) {
    return "BAT" + site.id() + "-" + (battery + 1);
  }

  static double nameplate(SolarEdgeSite site) {
    return Math.rint(site.batteryKwh() * 1_000 / Math.max(1, site.settings().batteries()));
  }

  private JsonObjectBuilder battery(LocalRange range, int battery) {
    JsonArrayBuilder telemetries = JsonText.array();
    SiteModel.Sweep sweep = site.model().sweep();
    // Each battery has a second of its own.
    Instant at = site.newestReport(range.first(site.zone())).plusSeconds(7L * battery);
    Instant last = earlier(range.last(site.zone()), now.minusSeconds(UPLOAD_SECONDS));
    int count = 0;
    for (; !at.isAfter(last); at = at.plusSeconds(SolarEdgeSite.TELEMETRY_SECONDS)) {
      if (!at.isBefore(range.first(site.zone()))) {
        telemetries.add(telemetry(sweep.at(at), at));
        count++;
      }
    }
    return JsonText.object()
        .add("nameplate", nameplate(site))
        .add("serialNumber", serial(site, battery))
        .add("modelNumber", "Example-10")
        .add("telemetryCount", count)
        .add("telemetries", telemetries);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private JsonObjectBuilder telemetry(SiteState state, Instant at) {
    int count = site.settings().batteries();
    long watts = Math.round(-state.power().batteryW() / count);
    boolean untold = faults.strikes(SolarEdgeVendor.ZERO_BATTERY_COUNTERS);
    return JsonText.object()
        .add("timeStamp", LocalRange.written(stamp(at), site.zone()))
        .add("power", (double) watts)
        .add("batteryState", stateOf(watts))
        .add("lifeTimeEnergyCharged", untold ? 0 : counter(state, SiteEnergy::chargeKwh) / count)
        .add(
            "lifeTimeEnergyDischarged",
            untold ? 0 : counter(state, SiteEnergy::dischargeKwh) / count)
        .add("fullPackEnergyAvailable", (long) (nameplate(site) * 0.98))
        .add("internalTemp", temperature(state))
        .add("ACGridCharging", 0)
        .add(site.settings().chargeName(), Math.rint(state.socPercent() * 10) / 10);
  }

  private Instant stamp(Instant at) {
    Instant repeated =
        faults
            .claim(FaultName.DUPLICATE_TIMESTAMPS)
            .map(Fault::since)
            .map(site::newestReport)
            .filter(since -> at.isAfter(since))
            .orElse(at);
    double skew = faults.claim(FaultName.CLOCK_SKEW).flatMap(Fault::number).orElse(0.0);
    return repeated.plusSeconds(Math.round(skew));
  }

  private long counter(SiteState state, ToDoubleFunction<SiteEnergy> kind) {
    return SolarEdgeSite.wattHours(
        DeviceFaults.counter(
            faults,
            kind.applyAsDouble(state.lifetime()),
            at -> kind.applyAsDouble(site.model().at(at).lifetime())));
  }

  private static int stateOf(long watts) {
    if (watts == 0) {
      return IDLE;
    }
    return watts > 0 ? CHARGING : DISCHARGING;
  }

  /** A battery at work is some degrees warmer. */
  static double temperature(SiteState state) {
    return Math.rint((22 + Math.abs(state.power().batteryW()) / 600) * 10) / 10;
  }
}
