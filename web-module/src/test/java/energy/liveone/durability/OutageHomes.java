package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.EnphaseVisit;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sets up the systems that live through an outage, on simulated accounts of their own. */
final class OutageHomes {
  static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");

  /** Whole watt-hours of each interval are cut from counters, so that a day lacks one at most. */
  private static final double WATT_HOUR = 0.001_01;

  /** Amber rounds each half hour by itself, to the watt-hour. */
  private static final double OF_HALF_HOURS = 48 * 0.000_5;

  private final ApiClient admin;
  private final VendorControl vendors;

  OutageHomes(ApiClient admin, VendorControl vendors) {
    this.admin = admin;
    this.vendors = vendors;
  }

  /**
   * A system and the truth about it.
   *
   * @param truth our points by the truth's names for their energies
   * @param rounding by which the vendor's own day may differ from the truth, in kWh
   */
  record Home(
      int systemId, String vendor, String site, Map<String, String> truth, double rounding) {}

  /** One account each. */
  List<Home> solarEdge(int count) {
    return vendors
        .post("/solaredge/fleet", Map.of("count", count, "accounts", count))
        .getJsonArray("sites")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(
            site ->
                setUp(
                    "solaredge",
                    site.getString("siteId"),
                    Map.of("apiKey", site.getString("apiKey"), "siteId", site.getString("siteId")),
                    Map.of(
                        "solar", "solar_interval_kwh",
                        "load", "load_interval_kwh",
                        "gridImport", "grid_import_interval_kwh",
                        "gridExport", "grid_export_interval_kwh"),
                    WATT_HOUR))
        .toList();
  }

  /** One account each. */
  List<Home> amber(int count) {
    List<JsonString> sites =
        vendors
            .post("/amber/sites", Map.of("count", count, "firstNumber", 1, "intervalMinutes", 30))
            .getJsonArray("sites")
            .getValuesAs(JsonString.class);
    List<Home> homes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      homes.add(
          setUp(
              "amber",
              sites.get(i).getString(),
              Map.of("apiKey", "psk_fleet_" + (i + 1)),
              Map.of(
                  "gridImport", "grid_import_interval_kwh",
                  "gridExport", "grid_export_interval_kwh"),
              OF_HALF_HOURS));
    }
    return homes;
  }

  /** All on one grant. */
  List<Home> enphase(int count) {
    int first =
        vendors.post("/enphase/fleet", Map.of("count", count, "accounts", 1)).getInt("firstId");
    List<String> sites = IntStream.range(first, first + count).mapToObj(String::valueOf).toList();
    JsonObject grant = EnphaseVisit.approvedBy(admin, "enphase1@sim.example").connected(admin);
    Answer added =
        admin.post(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", "enphase")
                .add("grantId", grant.getInt("grantId"))
                .add("siteIds", Json.createArrayBuilder(sites))
                .build()
                .toString());
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.json().getJsonArray("systems").getValuesAs(JsonObject.class).stream()
        .map(
            system ->
                new Home(
                    system.getInt("id"),
                    "enphase",
                    system.getString("vendorSiteId"),
                    Map.of("solar", "solar_interval_kwh"),
                    WATT_HOUR))
        .toList();
  }

  /** A vendor with counters and no history. */
  Home selectronic() {
    return setUp(
        "selectronic",
        "1586",
        Map.of(
            "email", "demo@liveone.example",
            "password", "sunny-side-up",
            "systemNumber", "1586"),
        Map.of(
            "solar", "solar_kwh",
            "load", "load_kwh",
            "gridImport", "grid_import_kwh",
            "batteryCharge", "battery_charge_kwh"),
        WATT_HOUR);
  }

  /** Another one; its circuits are shares of the truth. */
  Home mondo() {
    String group = "7c0ffee0-0000-4000-8000-000000000001";
    return setUp(
        "mondo",
        group,
        Map.of(
            "email", "demo@liveone.example",
            "password", "sunny-side-up",
            "groupId", group),
        Map.of(),
        WATT_HOUR);
  }

  private Home setUp(
      String vendor,
      String site,
      Map<String, String> credentials,
      Map<String, String> truth,
      double rounding) {
    Answer answer =
        admin.post(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", vendor)
                .add("displayName", vendor + " " + site)
                .add("displayTimezone", ZONE.getId())
                .add("credentials", Json.createObjectBuilder(credentials))
                .build()
                .toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return new Home(answer.json().getInt("systemId"), vendor, site, truth, rounding);
  }
}
