package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of a system says what its time series say. */
@SharedProduct
class ExportIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

  private final Product product;
  private final ApiClient admin;

  /** The 5-minute grid two hours ago. */
  private final long start = Instant.now().getEpochSecond() / 300 * 300 - 7_200;

  private Site site;

  ExportIT(Product product) {
    this.product = product;
    admin = product.admin();
  }

  @BeforeEach
  void setUp() {
    site = Site.of(admin);
  }

  @ParameterizedTest
  @CsvSource({"raw", "5m", "30m", "1h", "daily"})
  void valuesAreThoseOfTheHistoryAndGapsAreEmpty(String aggregation) {
    site.importSeries(admin, "solar_w", start + 60, 60, 100, 200.5, 300, 400, 500);
    site.importSeries(admin, "load_w", start + 360, 60, 50, 60, 70, 80, 90);
    // A gap of both, and after it one without the other.
    site.importSeries(admin, "solar_w", start + 4_860, 60, 1, 2, 3, 4, 5);

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              String query = "&pointKeys=solar_w,load_w&aggregation=" + aggregation;
              String around = "&from=%d&to=%d".formatted(start, start + 7_200);
              List<String> lines = lines(export(query + around));

              assertThat(lines.get(0)).isEqualTo("time,solar_w (W),load_w (W)");
              assertThat(lines.subList(1, lines.size()))
                  .isNotEmpty()
                  .isEqualTo(historical(query + around));
            });
  }

  @Test
  void aPointWithoutAValueLeavesItsFieldEmpty() {
    site.importSeries(admin, "solar_w", start, 60, 100, 200);
    site.importSeries(admin, "load_w", start + 60, 60, 50);

    List<String> lines = lines(export("&pointKeys=solar_w,load_w&aggregation=raw"));

    assertThat(lines.subList(1, 3))
        .extracting(line -> line.substring(line.indexOf(',')))
        .containsExactly(",100,", ",200,50");
  }

  @Test
  void allPointsAreColumnsOfAFileWithAGoodName() {
    site.importSeries(admin, "solar_w", start, 60, 100);
    LocalDate today = LocalDate.now(MELBOURNE);

    Answer answer = export("&from=" + today.minusDays(2) + "&to=" + today);

    assertThat(answer.contentType()).startsWith("text/csv");
    assertThat(answer.headers().get("Content-Disposition"))
        .startsWith("attachment; filename=\"liveone-system-" + site.systemId() + "-5m-")
        .endsWith(today + ".csv\"");
    assertThat(lines(answer).get(0))
        .contains("time,", "solar_w (W)", "load_w (W)", "battery_soc (%)");
    assertThat(answer.body()).endsWith("\r\n");
  }

  @Test
  void theDayWhenClocksAreSetBackHas25Hours() throws SQLException {
    String point = "solar_interval_kwh";
    site.tellAsIntervals(product, point);
    LocalDate day = dayOfClocksSetBack();
    long midnight = day.atStartOfDay(MELBOURNE).toEpochSecond();
    double[] halfHours = new double[52];
    Arrays.fill(halfHours, 0.5);
    site.importHalfHours(admin, point, "actual", midnight, halfHours);

    String query = "&pointKeys=%s&from=%s&to=%s&aggregation=".formatted(point, day, day);
    List<String> hours = lines(export(query + "1h"));
    List<String> days = lines(export(query + "daily"));

    assertThat(hours).hasSize(1 + 25);
    assertThat(hours.subList(1, hours.size())).allMatch(line -> line.endsWith(",1"));
    assertThat(hours)
        .contains(day + "T02:00:00+11:00,1", day + "T02:00:00+10:00,1")
        .last()
        .isEqualTo(day.plusDays(1) + "T00:00:00+10:00,1");
    assertThat(days).last().isEqualTo(day + "T00:00:00+11:00,25");
  }

  private static LocalDate dayOfClocksSetBack() {
    LocalDate today = LocalDate.now(MELBOURNE);
    LocalDate thisYears = today.withMonth(4).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
    return thisYears.plusDays(2).isBefore(today)
        ? thisYears
        : today.minusYears(1).withMonth(4).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
  }

  @Test
  void whoOnlyAsksForTheHeadTakesNobodysPlace() {
    site.importSeries(admin, "solar_w", start, 60, 100);

    for (int i = 0; i < 6; i++) {
      Answer head = admin.method("HEAD", "api/data/export?systemId=" + site.systemId());
      assertThat(head.status()).isEqualTo(200);
    }

    assertThat(export("").status()).isEqualTo(200);
  }

  @Test
  void aTableWithoutDataHasItsHeader() {
    assertThat(lines(export("&pointKeys=solar_w"))).containsExactly("time,solar_w (W)");
  }

  @Test
  void strangersAreToldOfNoSystem() {
    String email = "stranger" + System.nanoTime() + "@liveone.example";
    String account =
        "{\"email\":\"%s\",\"displayName\":\"S\",\"password\":\"seven green parrots\",\"role\":\"USER\"}"
            .formatted(email);
    assertThat(admin.post("api/admin/users", account).status()).isEqualTo(201);
    String path = "api/data/export?systemId=" + site.systemId();

    Errors.assertError(
        product.api().signedIn(email, "seven green parrots").get(path), 404, "NOT_FOUND");
    Errors.assertError(product.api().get(path), 401, "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @CsvSource({
    "aggregation=2h, aggregation",
    "pointKeys=no_such, pointKeys",
    "pointKeys=%00, pointKeys",
    "from=2026-02-30, from",
    "from=yesterday, from",
    "from=2026-03-02&to=2026-03-01, from",
    "composite=home, composite",
    "compositeId=1, compositeId",
  })
  void whatCannotBeUsedIsNamed(String more, String field) {
    Errors.assertNames(export("&" + more), "INVALID_FIELD", field);
  }

  @Test
  void aTableIsOfOneSystem() {
    Errors.assertNames(admin.get("api/data/export"), "MISSING_FIELD", "systemId");
    Errors.assertError(admin.get("api/data/export?systemId=99999999"), 404, "NOT_FOUND");
  }

  private Answer export(String more) {
    return admin.get("api/data/export?systemId=" + site.systemId() + more);
  }

  private static List<String> lines(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body().lines().toList();
  }

  /** The same rows from the other route, written as lines of a table. */
  private List<String> historical(String more) {
    return admin
        .get("api/data/historical?systemIds=" + site.systemId() + more)
        .json()
        .getJsonArray("data")
        .stream()
        .map(JsonValue::asJsonObject)
        .map(
            row ->
                Stream.of("solar_w", "load_w")
                    .map(key -> row.containsKey(key) ? row.get(key).toString() : "")
                    .reduce(time(row), (line, value) -> line + "," + value))
        .toList();
  }

  private static String time(JsonObject row) {
    OffsetDateTime time =
        Instant.ofEpochSecond(row.getJsonNumber("timestamp").longValue())
            .atZone(MELBOURNE)
            .toOffsetDateTime();
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(time);
  }
}
