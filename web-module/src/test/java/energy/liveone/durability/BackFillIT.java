package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.launcher.admin.AdminCommand;
import energy.liveone.launcher.admin.BackFillCall;
import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days long before the connection of a system come on an administrator's order. */
@SharedProduct
class BackFillIT {
  private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");

  /** Earlier than what a new system fetches by itself. */
  private static final int DAYS_AGO = 20;

  private static final int DAYS = 9;

  private final Product product;
  private final VendorControl vendors;
  private final ApiClient admin;
  private final List<String> said = new ArrayList<>();

  BackFillIT(Product product) {
    this.product = product;
    vendors = new VendorControl(product.simulator());
    admin = product.admin();
  }

  @Test
  void orderedDaysAreFetchedToTheWattHourAndProgressIsTold() throws SQLException {
    JsonObject site =
        vendors
            .post("/solaredge/fleet", Map.of("count", 1, "accounts", 1, "firstSite", 2_600_000))
            .getJsonArray("sites")
            .getJsonObject(0);
    int system = setUp(site);
    LocalDate first = LocalDate.now(ZONE).minusDays(DAYS_AGO);
    LocalDate last = first.plusDays(DAYS - 1);

    call(new AdminCommand.BackFill(system, first, last));

    assertThat(said).hasSizeGreaterThan(1);
    assertThat(said.get(said.size() - 1)).startsWith("9 of 9 days, ").endsWith(" stored, done");
    Instant from = first.atStartOfDay(ZONE).toInstant();
    Instant to = last.plusDays(1).atStartOfDay(ZONE).toInstant();
    JsonObject truth = vendors.truth("solaredge", site.getString("siteId"), from, to);
    assertThat(total(system, "solar_interval_kwh", from, to))
        .isCloseTo(truth.getJsonNumber("solar").doubleValue(), within(0.002));
    assertThat(total(system, "load_interval_kwh", from, to))
        .isCloseTo(truth.getJsonNumber("load").doubleValue(), within(0.002));
    assertThat(total(system, "solar_interval_kwh", to, to.plusSeconds(86_400))).isZero();

    LocalDate tooLate = LocalDate.now(ZONE).plusDays(2);
    assertThatThrownBy(() -> call(new AdminCommand.BackFill(system, first, tooLate)))
        .isInstanceOf(CallFailedException.class)
        .hasMessageContaining("IN_FUTURE");
  }

  private void call(AdminCommand.BackFill command) {
    JsonOverHttp http = new JsonOverHttp(product.baseUri());
    new BackFillCall(http, token(), said::add).run(command);
  }

  private String token() {
    String account =
        Json.createObjectBuilder()
            .add("email", Product.ADMIN_EMAIL)
            .add("password", Product.ADMIN_PASSWORD)
            .build()
            .toString();
    return product.api().post("api/auth/token", account).json().getString("token");
  }

  private int setUp(JsonObject site) {
    Answer added =
        admin.post(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", "solaredge")
                .add("displayName", "Long past")
                .add("displayTimezone", ZONE.getId())
                .add(
                    "credentials",
                    Json.createObjectBuilder()
                        .add("apiKey", site.getString("apiKey"))
                        .add("siteId", site.getString("siteId")))
                .build()
                .toString());
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.json().getInt("systemId");
  }

  private double total(int system, String point, Instant from, Instant to) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COALESCE(SUM(sum), 0) FROM v_point_readings_agg_5m WHERE system_id = ?"
                    + " AND point_key = ? AND interval_end > ? AND interval_end <= ?")) {
      statement.setInt(1, system);
      statement.setString(2, point);
      statement.setLong(3, from.getEpochSecond());
      statement.setLong(4, to.getEpochSecond());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }
}
