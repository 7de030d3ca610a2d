package energy.liveone.simulator.enphase;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteState;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the API tells of systems beside telemetry. */
final class SystemDocuments {

  private static final int REPORT_SECONDS = 300;
  private static final int WH_PER_KWH = 1_000;

  private SystemDocuments() {}

  /** A page of the list of systems. Sizes and energies in it are -1, whatever the truth. */
  static JsonObject list(List<EnphaseSystem> all, int page, int size, Instant newest) {
    List<EnphaseSystem> shown = all.stream().skip((page - 1L) * size).limit(size).toList();
    JsonArrayBuilder systems = JsonText.array();
    shown.forEach(system -> systems.add(line(system, newest)));
    return JsonText.object()
        .add("total", all.size())
        .add("current_page", page)
        .add("size", size)
        .add("count", shown.size())
        .add("items", "systems")
        .add("systems", systems)
        .build();
  }

  private static JsonObjectBuilder line(EnphaseSystem system, Instant newest) {
    return JsonText.object()
        .add("system_id", Long.parseLong(system.id()))
        .add("name", system.name())
        .add("public_name", "Residential System")
        .add("timezone", system.timezone())
        .add(
            "address",
            JsonText.object()
                .add("city", "Kyneton")
                .add("state", "VIC")
                .add("country", "AU")
                .add("postal_code", "3444"))
        .add("connection_type", "ethernet")
        .add("energy_lifetime", -1)
        .add("energy_today", -1)
        .add("system_size", -1)
        .add("status", "normal")
        .add("last_report_at", newest.getEpochSecond() + REPORT_SECONDS)
        .add("last_energy_at", newest.getEpochSecond())
        .add("operational_at", EnphaseSystem.OPERATIONAL.getEpochSecond())
        .add("attachment_type", JsonValue.NULL)
        .add("interconnect_date", JsonValue.NULL)
        .add("reference", "1060" + system.id());
  }

  static JsonObject summary(EnphaseSystem system, Instant newest, FaultView faults) {
    SiteState state = system.model().at(newest);
    SiteEnergy today = state.lifetime().minus(system.model().atLocalMidnight(newest));
    double lifetime =
        DeviceFaults.counter(
            faults, state.lifetime().solarKwh(), at -> system.model().at(at).lifetime().solarKwh());
    JsonObjectBuilder summary =
        JsonText.object()
            .add("system_id", Long.parseLong(system.id()))
            .add("current_power", Math.round(state.power().solarW()))
            .add("energy_lifetime", Math.round(lifetime * WH_PER_KWH))
            .add("energy_today", Math.round(today.solarKwh() * WH_PER_KWH))
            .add("last_interval_end_at", newest.getEpochSecond())
            .add("last_report_at", newest.getEpochSecond() + REPORT_SECONDS)
            .add("modules", system.modules())
            .add("operational_at", EnphaseSystem.OPERATIONAL.getEpochSecond())
            .add("size_w", system.peakW())
            .add("source", "microinverters")
            .add("status", "normal")
            .add(
                "summary_date",
                LocalDate.ofInstant(newest, ZoneId.of(system.timezone())).toString());
    if (system.hasBattery()) {
      summary.add("battery_capacity_wh", system.batteryWh());
    } else {
      summary.addNull("battery_capacity_wh");
    }
    return summary.build();
  }

  /** The last power that each meter and battery has told; a charging battery's is negative. */
  static JsonObject latest(EnphaseSystem system, Instant newest) {
    SiteState state = system.model().at(newest);
    JsonArrayBuilder meters =
        JsonText.array().add(device(system, 1, "production", newest, state.power().solarW()));
    JsonArrayBuilder batteries = JsonText.array();
    if (system.metered()) {
      meters.add(device(system, 2, "consumption", newest, state.power().loadW()));
    }
    if (system.hasBattery()) {
      double watts = state.power().batteryW();
      batteries.add(
          device(system, 9, "Encharge 492205000001", newest, watts)
              .add(
                  "operational_mode", watts < 0 ? "Charging" : watts > 0 ? "Discharging" : "Idle"));
    }
    return JsonText.object()
        .add("system_id", Long.parseLong(system.id()))
        .add("items", "devices")
        .add("devices", JsonText.object().add("meters", meters).add("encharges", batteries))
        .build();
  }

  private static JsonObjectBuilder device(
      EnphaseSystem system, int place, String name, Instant newest, double watts) {
    return JsonText.object()
        .add("id", Long.parseLong(system.id()) * 10 + place)
        .add("name", name)
        .add("channel", 1)
        .add("last_report_at", newest.getEpochSecond())
        .add("power", Math.round(watts));
  }

  static JsonObjectBuilder meta(Instant newest) {
    return JsonText.object()
        .add("status", "normal")
        .add("last_report_at", newest.getEpochSecond() + REPORT_SECONDS)
        .add("last_energy_at", newest.getEpochSecond())
        .add("operational_at", EnphaseSystem.OPERATIONAL.getEpochSecond());
  }
}
