package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.solaredge.SiteSettings.Spelling;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Locale;

/** The live flow of a site: positive numbers, and connections that say which way they go. */
record PowerFlow(SiteSettings settings, FlowValues values, boolean hasBattery, boolean backup) {

  JsonObject document() {
    JsonObjectBuilder flow = JsonText.object();
    if (settings.meters()) {
      flow.add("updateRefreshRate", 3)
          .add("unit", settings.unit().symbol)
          .add("connections", connections())
          .add(node("GRID"), part(backup ? "Disabled" : "Active", values.gridW()))
          .add(node("LOAD"), part("Active", values.loadW()))
          .add(node("PV"), part(values.solarW() == 0 ? "Idle" : "Active", values.solarW()));
      if (hasBattery) {
        flow.add(
            node("STORAGE"),
            part(storageStatus(), values.batteryW())
                .add("chargeLevel", values.socPercent())
                .add("critical", values.socPercent() < 5));
      }
    }
    return JsonText.object().add("siteCurrentPowerFlow", flow).build();
  }

  private JsonArrayBuilder connections() {
    JsonArrayBuilder connections = JsonText.array();
    if (values.solarW() > 0) {
      connections.add(connection("PV", "Load"));
    }
    if (values.batteryW() < 0) {
      connections.add(connection("PV", "Storage"));
    }
    if (values.batteryW() > 0) {
      connections.add(connection("STORAGE", "Load"));
    }
    if (values.gridW() < 0) {
      connections.add(connection("LOAD", "Grid"));
    }
    if (values.gridW() > 0) {
      connections.add(connection("GRID", "Load"));
    }
    return connections;
  }

  private JsonObjectBuilder connection(String from, String to) {
    return JsonText.object().add("from", spelled(from)).add("to", spelled(to));
  }

  private JsonObjectBuilder part(String status, long watts) {
    BigDecimal shown =
        BigDecimal.valueOf(Math.abs(watts))
            .divide(BigDecimal.valueOf((long) settings.unit().watts));
    return JsonText.object().add("status", status).add("currentPower", shown);
  }

  private String storageStatus() {
    if (values.batteryW() == 0) {
      return "Idle";
    }
    return values.batteryW() < 0 ? "Charging" : "Discharging";
  }

  /** Objects have capital names except where the whole flow is written otherwise. */
  private String node(String name) {
    return settings.spelling() == Spelling.MIXED ? name : spelled(name);
  }

  private String spelled(String name) {
    return switch (settings.spelling()) {
      case MIXED -> name;
      case UPPER -> name.toUpperCase(Locale.ROOT);
      case LOWER -> name.toLowerCase(Locale.ROOT);
      case TITLE ->
          name.substring(0, 1).toUpperCase(Locale.ROOT)
              + name.substring(1).toLowerCase(Locale.ROOT);
    };
  }
}
