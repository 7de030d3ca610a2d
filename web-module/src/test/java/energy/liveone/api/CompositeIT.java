package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two boxes become one home. */
@SharedProduct
class CompositeIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Product product;
  private final ApiClient admin;

  /** Noon of the day before yesterday: long over, and not at the edge of the day. */
  private final long noon =
      LocalDate.ofInstant(Instant.now(), MELBOURNE)
          .minusDays(2)
          .atTime(12, 0)
          .atZone(MELBOURNE)
          .toEpochSecond();

  private final String slug = "it-home-" + COUNT.incrementAndGet();
  private Site panels;
  private Site house;

  CompositeIT(Product product) {
    this.product = product;
    admin = product.admin();
  }

  @BeforeEach
  void setUp() {
    panels = Site.of(admin);
    house = Site.of(admin);
  }

  @Test
  void membersFlowTogetherAndLateDataIsWorkedIn() {
    hour(panels, "solar_w", noon, 2_400);
    hour(house, "grid_w", noon, -1_200);
    create();

    await().atMost(LIMIT).untilAsserted(() -> assertFlow("solar", "grid", 1.2));
    assertFlow("solar", "load", 1.2);

    hour(house, "battery_w", noon, -600);

    await().atMost(LIMIT).untilAsserted(() -> assertFlow("solar", "battery", 0.6));
    assertFlow("solar", "load", 0.6);
    assertThat(admin.post("api/cron/daily", "{\"action\":\"catchup\"}").status()).isEqualTo(200);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(storedToBattery()).isCloseTo(600, within(0.5)));
    JsonObject byDays = day();
    JsonObject bySlots = range(noon, noon + 3_600);
    assertThat(byDays.getJsonArray("flows"))
        .as("what is stored equals what is computed")
        .isEqualTo(bySlots.getJsonArray("flows"));
    assertThat(byDays.getInt("coveredS")).isBetween(3_500, 3_700);
    assertThat(total(byDays, "sources")).isCloseTo(total(byDays, "sinks"), within(0.001));
  }

  @Test
  void aCompositeHasSeriesOfItsOwnAndASlotWithoutAMemberHasNoSum() {
    hour(panels, "solar_w", noon, 2_400);
    hour(house, "solar_w", noon, 600);
    hour(house, "solar_w", noon + 3_600, 600);
    hour(house, "grid_w", noon, -1_200);
    hour(house, "grid_w", noon + 3_600, -300);
    hour(panels, "solar_w", noon + 7_200, 2_400);
    create();

    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(series("solar_w,grid_w", "5m")).hasSize(24));
    JsonObject first = series("solar_w,grid_w", "5m").getJsonObject(5);
    assertThat(first.getJsonNumber("solar_w").doubleValue()).isCloseTo(3_000, within(0.1));
    assertThat(first.getJsonNumber("grid_w").doubleValue()).isCloseTo(-1_200, within(0.1));
    JsonObject late = series("solar_w,grid_w", "5m").getJsonObject(18);
    assertThat(late.containsKey("solar_w")).as("a sum without a member would be bent").isFalse();
    assertThat(late.getJsonNumber("grid_w").doubleValue()).isCloseTo(-300, within(0.1));
    JsonObject hour = series("solar_kwh,grid_export_kwh", "1h").getJsonObject(0);
    assertThat(hour.getJsonNumber("solar_kwh").doubleValue()).isCloseTo(3.0, within(0.01));
    assertThat(hour.getJsonNumber("grid_export_kwh").doubleValue()).isCloseTo(1.2, within(0.01));
    JsonObject day = series("grid_export_kwh", "daily").getJsonObject(0);
    assertThat(day.getString("day"))
        .isEqualTo(LocalDate.ofInstant(Instant.ofEpochSecond(noon), MELBOURNE).toString());
    assertThat(day.getJsonNumber("grid_export_kwh").doubleValue()).isCloseTo(1.5, within(0.01));
    JsonObject covered = series("solar_w&fields=coveredS,flags", "5m").getJsonObject(5);
    assertThat(covered.getInt("solar_w_coveredS")).isEqualTo(300);
    assertThat(covered.getInt("solar_w_flags")).isZero();
    Answer tooLong =
        admin.get(
            "api/data/historical?aggregation=5m&range=1Y&pointKeys=solar_w&composite=" + slug);
    assertThat(tooLong.status()).isEqualTo(400);
  }

  private JsonArray series(String keys, String aggregation) {
    return ok(admin.get(
            "api/data/historical?systemIds=%s&pointKeys=%s&aggregation=%s&from=%d&to=%d"
                .formatted(slug, keys, aggregation, noon, noon + 7_200)))
        .getJsonArray("data");
  }

  @Test
  void aDeletedMemberLeavesTheCompositeWorkingAndIsNamed() {
    hour(panels, "solar_w", noon, 2_400);
    hour(house, "grid_w", noon, -1_200);
    create();

    assertThat(
            admin.method("DELETE", "api/admin/systems/" + panels.systemId() + "/delete").status())
        .isEqualTo(200);

    JsonObject composite = ok(admin.get("api/composite/" + slug)).getJsonObject("composite");
    assertThat(composite.getJsonArray("systemIds").toString())
        .isEqualTo("[" + house.systemId() + "]");
    assertThat(composite.getJsonArray("lostMembers").getString(0))
        .isEqualTo("Site " + panels.siteId());
    assertThat(flow("&range=24H").getJsonObject("subject").getJsonArray("lostMembers")).hasSize(1);
    assertThat(admin.get("api/data/latest?composite=" + slug).status()).isEqualTo(200);
  }

  @Test
  void aLateMemberIsNamedAndItsPartLeftOut() {
    long now = Instant.now().getEpochSecond();
    panels.importSeries(admin, "solar_w", now - 60, 60, 1_000);
    house.importSeries(admin, "grid_w", now - 7_200, 60, -400);
    house.importSeries(admin, "battery_soc", now - 30, 60, 55);
    create();

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(flow("").getJsonObject("live").getJsonArray("incomplete").toString())
                    .isEqualTo("[\"import\",\"export\"]"));
    JsonObject live = flow("").getJsonObject("live");
    assertThat(live.containsKey("flows")).isFalse();
    assertThat(live.getJsonArray("members").toString())
        .contains("\"systemId\":" + house.systemId())
        .contains("\"late\":true");
    JsonObject latest = ok(admin.get("api/data/latest?includeMetadata=true&composite=" + slug));
    assertThat(latest.getJsonObject("data").keySet())
        .contains("solar_w", panels.systemId() + ".solar_w", house.systemId() + ".grid_w")
        .doesNotContain("grid_w");
    assertThat(latest.getJsonObject("metadata").getJsonArray("lateSystemIds").toString())
        .isEqualTo("[" + house.systemId() + "]");
  }

  @Test
  void whatPlaysNoRoleFlowsNowhere() {
    hour(panels, "solar_w", noon, 2_400);
    hour(house, "grid_w", noon, -1_200);
    hour(house, "solar_w", noon, 600);
    create();
    await().atMost(LIMIT).untilAsserted(() -> assertFlow("solar", "load", 1.8));

    Answer bound =
        admin.put(
            "api/composite/" + slug + "/bindings",
            "{\"bindings\":[{\"systemId\":%d,\"pointKey\":\"solar_w\",\"excluded\":true}]}"
                .formatted(house.systemId()));

    assertThat(bound.status()).as(bound.body()).isEqualTo(200);
    await().atMost(LIMIT).untilAsserted(() -> assertFlow("solar", "load", 1.2));
    Answer unsuited =
        admin.put(
            "api/composite/" + slug + "/bindings",
            "{\"bindings\":[{\"systemId\":%d,\"pointKey\":\"solar_w\",\"role\":\"grid_import\"}]}"
                .formatted(house.systemId()));
    assertThat(unsuited.status()).isEqualTo(400);
    assertThat(unsuited.body()).contains("bindings[0].role");
  }

  @Test
  void whatCannotBeAMemberIsRefusedWithItsReason() {
    create();

    assertRefused(body("other-" + slug, "\"" + slug + "\""), 400, "NESTED_COMPOSITE");
    assertRefused(body("other-" + slug, "999999"), 404, "NOT_FOUND");
    assertRefused(body(slug, Integer.toString(house.systemId())), 409, "CONFLICT");
    assertRefused(body("other-" + slug, ""), 400, "INVALID_FIELD");
    Answer cycle = admin.put("api/composite/" + slug, "{\"systemIds\":[\"" + slug + "\"]}");
    assertThat(cycle.json().getString("code")).isEqualTo("COMPOSITE_CYCLE");
  }

  @Test
  void aCompositeIsChangedListedAndDeleted() {
    create();

    Answer changed =
        admin.put(
            "api/composite/" + slug, "{\"name\":\"Farm\",\"isFavorite\":true,\"position\":2}");

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonObject composite = changed.json().getJsonObject("composite");
    assertThat(composite.getString("name")).isEqualTo("Farm");
    assertThat(composite.getJsonArray("systemIds")).hasSize(2);
    assertThat(ok(admin.get("api/data/systems")).getJsonArray("composites").toString())
        .contains("\"slug\":\"" + slug + "\"");
    assertThat(admin.method("DELETE", "api/composite/" + slug).status()).isEqualTo(200);
    assertThat(admin.get("api/composite/" + slug).status()).isEqualTo(404);
    assertThat(admin.get("api/data/latest?systemId=" + house.systemId()).status()).isEqualTo(200);
  }

  private void create() {
    Answer made =
        admin.post("api/composite", body(slug, panels.systemId() + "," + house.systemId()));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().getJsonObject("composite").getString("displayTimezone"))
        .isEqualTo(MELBOURNE.getId());
  }

  private static String body(String slug, String ids) {
    return "{\"name\":\"Home\",\"slug\":\"%s\",\"systemIds\":[%s]}".formatted(slug, ids);
  }

  private void assertRefused(String body, int status, String code) {
    Answer answer = admin.post("api/composite", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("code")).isEqualTo(code);
  }

  /** A sample each minute that covers exactly the hour from then on. */
  private void hour(Site site, String point, long from, double watts) {
    double[] values = new double[60];
    Arrays.fill(values, watts);
    site.importSeries(admin, point, from + 60, 60, values);
  }

  private void assertFlow(String from, String to, double kilowattHours) {
    JsonObject found =
        day().getJsonArray("flows").stream()
            .map(JsonValue::asJsonObject)
            .filter(one -> one.getString("from").equals(from) && one.getString("to").equals(to))
            .findFirst()
            .orElse(JsonValue.EMPTY_JSON_OBJECT);
    assertThat(found.isEmpty() ? 0 : found.getJsonNumber("kWh").doubleValue())
        .as("%s to %s in %s", from, to, day())
        .isCloseTo(kilowattHours, within(0.001));
  }

  /** The flow of the last days, of which only that hour has any. */
  private JsonObject day() {
    return flow("&range=7D").getJsonObject("range");
  }

  private JsonObject range(long from, long to) {
    return flow("&from=" + from + "&to=" + to).getJsonObject("range");
  }

  private JsonObject flow(String query) {
    return ok(admin.get("api/data/flow?composite=" + slug + query));
  }

  /** Wh in the stored day, summed up anew. */
  private double storedToBattery() throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT SUM(d.solar_to_battery_wh) FROM flow_days d JOIN flow_subjects s"
                    + " ON s.id = d.subject_id JOIN composite_systems c ON c.id = s.composite_id"
                    + " WHERE c.slug = ?")) {
      query.setString(1, slug);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }

  private static double total(JsonObject range, String side) {
    return range.getJsonObject(side).values().stream()
        .mapToDouble(one -> Double.parseDouble(one.toString()))
        .sum();
  }

  private static JsonObject ok(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
