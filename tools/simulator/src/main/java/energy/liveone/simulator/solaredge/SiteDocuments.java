package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.DeviceFaults.Sample;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the service tells of a site as a whole: its description, its hardware, its sums. */
final class SiteDocuments {

  private static final String INSTALLED = "2021-05-04";

  private final Instant now;

  SiteDocuments(Instant now) {
    this.now = now;
  }

  /** A page of the sites that a key reaches. */
  JsonObject list(List<SolarEdgeSite> sites, int startIndex, int size) {
    JsonArrayBuilder page = JsonText.array();
    sites.stream().skip(startIndex).limit(size).forEach(site -> page.add(description(site)));
    return JsonText.object()
        .add("sites", JsonText.object().add("count", sites.size()).add("site", page))
        .build();
  }

  JsonObject details(SolarEdgeSite site) {
    return JsonText.object().add("details", description(site)).build();
  }

  private JsonObjectBuilder description(SolarEdgeSite site) {
    String zone = site.zone().getId();
    boolean australian = zone.startsWith("Australia/");
    return JsonText.object()
        .add("id", Long.parseLong(site.id()))
        .add("name", site.name())
        .add("accountId", 90112)
        .add("status", "Active")
        .add("peakPower", site.peakKw())
        .add("lastUpdateTime", LocalDate.ofInstant(now, site.zone()).toString())
        .add("installationDate", INSTALLED)
        .add("type", "Optimizers & Inverters")
        .add(
            "location",
            JsonText.object()
                .add("country", australian ? "Australia" : "Germany")
                .add("city", australian ? "Ballarat" : "Musterstadt")
                .add("zip", australian ? "3350" : "12345")
                .add("timeZone", zone)
                .add("countryCode", australian ? "AU" : "DE"))
        .add(
            "primaryModule",
            JsonText.object()
                .add("manufacturerName", "Example PV")
                .add("modelName", "M-400")
                .add("maximumPower", 400.0))
        .add("publicSettings", JsonText.object().add("isPublic", false));
  }

  JsonObject inventory(SolarEdgeSite site) {
    JsonArrayBuilder batteries = JsonText.array();
    int count = site.hasBattery() ? site.settings().batteries() : 0;
    for (int battery = 0; battery < count; battery++) {
      batteries.add(
          JsonText.object()
              .add("name", "Battery 1." + (battery + 1))
              .add("manufacturer", "Example Storage")
              .add("model", "Example-10")
              .add("nameplateCapacity", StorageData.nameplate(site))
              .add("SN", StorageData.serial(site, battery)));
    }
    JsonArrayBuilder meters = JsonText.array();
    if (site.settings().meters()) {
      meters.add(
          JsonText.object()
              .add("name", "Export Meter")
              .add("type", "FeedIn")
              .add("model", "Example-METER")
              .add("SN", "MTR" + site.id()));
    }
    return JsonText.object()
        .add(
            "Inventory",
            JsonText.object()
                .add("meters", meters)
                .add("sensors", JsonText.array())
                .add("gateways", JsonText.array())
                .add("batteries", batteries)
                .add(
                    "inverters",
                    JsonText.array()
                        .add(
                            JsonText.object()
                                .add("name", "Inverter 1")
                                .add("manufacturer", "SolarEdge")
                                .add("model", "SE8250H-AU000BEI4")
                                .add("SN", "7E" + site.id() + "-D4")
                                .add("connectedOptimizers", 24))))
        .build();
  }

  /**
   * Sums and the inverter's power. That is the power at its AC side: what goes into a battery is
   * not in it.
   */
  JsonObject overview(SolarEdgeSite site, FaultView faults) {
    Sample sample = DeviceFaults.sample(faults, now, site::newestReport);
    SiteModel model = site.model();
    SiteState state = model.at(sample.measured());
    LocalDate today = LocalDate.ofInstant(sample.measured(), site.zone());
    double lifetime =
        DeviceFaults.counter(
            faults, state.lifetime().solarKwh(), at -> model.at(at).lifetime().solarKwh());
    boolean lost = faults.strikes(SolarEdgeVendor.LIFETIME_ZERO);
    double battery = site.hasBattery() ? state.power().batteryW() : 0;
    return JsonText.object()
        .add(
            "overview",
            JsonText.object()
                .add("lastUpdateTime", LocalRange.written(sample.stamp(), site.zone()))
                .add(
                    "lifeTimeData",
                    energy(lost ? 0 : lifetime).add("revenue", Math.rint(lifetime * 14) / 100))
                .add("lastYearData", energy(since(site, state, today.withDayOfYear(1))))
                .add("lastMonthData", energy(since(site, state, today.withDayOfMonth(1))))
                .add("lastDayData", energy(since(site, state, today)))
                .add(
                    "currentPower",
                    JsonText.object()
                        .add(
                            "power",
                            Math.rint(Math.max(0, state.power().solarW() + battery) * 10) / 10))
                .add("measuredBy", "INVERTER"))
        .build();
  }

  private static JsonObjectBuilder energy(double kwh) {
    return JsonText.object().add("energy", (double) SolarEdgeSite.wattHours(kwh));
  }

  private static double since(SolarEdgeSite site, SiteState state, LocalDate day) {
    ZoneId zone = site.zone();
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant first = start.isBefore(SiteModel.FIRST) ? SiteModel.FIRST : start;
    return site.model().energyBetween(first, state.at()).solarKwh();
  }
}
