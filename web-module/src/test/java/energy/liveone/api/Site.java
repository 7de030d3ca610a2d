package energy.liveone.api;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A pushing system of a test's own, so that tests do not meet in each other's data. */
record Site(int systemId, String siteId, String key) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Sets one up for the account of the client. */
  static Site of(ApiClient client) {
    String siteId = "it-" + COUNT.incrementAndGet();
    Answer answer = client.post("api/setup", setup(siteId, ""));
    if (answer.status() != 201) {
      throw new IllegalStateException("Setting up was answered " + answer);
    }
    JsonObject json = answer.json();
    return new Site(
        json.getInt("systemId"), siteId, json.getJsonObject("secrets").getString("apiKey"));
  }

  static String setup(String siteId, String alias) {
    return Json.createObjectBuilder()
        .add("vendorType", "fronius")
        .add("displayName", "Site " + siteId)
        .add("alias", alias)
        .add("displayTimezone", "Australia/Melbourne")
        .add("credentials", Json.createObjectBuilder().add("siteId", siteId))
        .build()
        .toString();
  }

  /** Makes a point one whose values are told as intervals. */
  void tellAsIntervals(Product product, String point) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE point_info SET source = 'intervals' WHERE system_id = %d AND point_key = '%s'"
              .formatted(systemId, point));
      statement.executeUpdate(
          "UPDATE systems SET config_version = config_version + 1 WHERE id = " + systemId);
    }
  }

  /** Imports half hours of one point, one after the other. */
  Answer importHalfHours(
      ApiClient admin, String point, String quality, long firstEnd, double... values) {
    var intervals = Json.createArrayBuilder();
    for (int i = 0; i < values.length; i++) {
      intervals.add(
          Json.createObjectBuilder()
              .add("pointKey", point)
              .add("end", firstEnd + i * 1_800L)
              .add("minutes", 30)
              .add("value", values[i])
              .add("quality", quality));
    }
    return admin.post(
        "api/admin/systems/" + systemId + "/readings",
        Json.createObjectBuilder().add("intervals", intervals).build().toString());
  }

  /** Imports values of one point, one every {@code step} seconds. */
  void importSeries(ApiClient admin, String point, long from, int step, double... values) {
    var readings = Json.createArrayBuilder();
    for (int i = 0; i < values.length; i++) {
      readings.add(
          Json.createObjectBuilder()
              .add("pointKey", point)
              .add("timestamp", from + (long) i * step)
              .add("value", values[i]));
    }
    Answer answer =
        admin.post(
            "api/admin/systems/" + systemId + "/readings",
            Json.createObjectBuilder().add("readings", readings).build().toString());
    if (answer.status() != 200 || answer.json().getInt("stored") != values.length) {
      throw new IllegalStateException("The import was answered " + answer);
    }
  }
}
