package energy.liveone.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.container.Deployments;
import energy.liveone.container.Site;
import energy.liveone.container.Site.DailyRow;
import energy.liveone.container.TestClock;
import energy.liveone.housekeeping.Housekeeping;
import energy.liveone.point.PointKey;
import energy.liveone.reading.Delivery;
import energy.liveone.reading.Forecast;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.Reading;
import energy.liveone.reading.ReadingWriter;
import energy.liveone.reading.Written;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What vendors tell of intervals becomes 5-minute rows, where later and better values win, and days
 * follow. Each site has a price (gauge) and an energy (interval number), in half hours.
 */
@ArquillianTest
class IntervalsIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final ZoneId ADELAIDE = ZoneId.of("Australia/Adelaide");
  private static final LocalDate DAY = LocalDate.of(2025, 4, 10);
  private static final Instant MIDNIGHT = DAY.atStartOfDay(ADELAIDE).toInstant();

  /** Two minutes into a half hour, three days later. */
  private static final Instant NOW = MIDNIGHT.plus(Duration.ofDays(3)).plusSeconds(36_120);

  @Inject private ReadingWriter writer;
  @Inject private VerifyAggregates verification;
  @Inject private Reaggregate reaggregation;
  @Inject private DailyRollup days;
  @EJB private Housekeeping housekeeping;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  private Site site;

  @Deployment
  static WebArchive archive() {
    return Deployments.core().addClasses(Site.class, DailyRow.class, TestClock.class);
  }

  @BeforeEach
  void setUp() throws Exception {
    TestClock.set(NOW);
    site = Site.create(dataSource, ADELAIDE.getId());
    for (String point :
        new String[] {
          "'price', 'rate', 'gauge', 'c/kWh'", "'energy_kwh', 'energy', 'interval', 'kWh'"
        }) {
      site.change(
          "INSERT INTO point_info (system_id, source, point_key, metric_type, number_class, unit,"
              + " label, plausible_min, plausible_max, created_at, updated_at) VALUES (?, 'intervals', "
              + point
              + ", 'Grid', -10000, 10000, NOW(3), NOW(3))");
    }
  }

  @Test
  void halfHourIsOneRowOfItsLength() throws Exception {
    write(at("price", 1, -12.5, IntervalQuality.ESTIMATED), at("energy_kwh", 1, 0.4));

    assertThat(rows())
        .containsExactly(
            "energy_kwh +30 avg=null sum=0.4 count=1 covered=1800 flags=0 quality=3",
            "price +30 avg=-12.5 sum=null count=1 covered=1800 flags=1 quality=2");
  }

  @Test
  void betterReplacesAndWorseNeverDoes() throws Exception {
    write(at("price", 1, 10, IntervalQuality.ESTIMATED));

    assertThat(write(at("price", 1, 12, IntervalQuality.BILLABLE)).stored()).isEqualTo(1);
    Written worse = write(at("price", 1, 11), at("price", 1, 10, IntervalQuality.ESTIMATED));

    assertThat(worse.stored()).isZero();
    assertThat(worse.duplicates()).isEqualTo(2);
    assertThat(rows())
        .containsExactly("price +30 avg=12.0 sum=null count=1 covered=1800 flags=8 quality=4");
  }

  @Test
  void anyOrderAndRepetitionGivesTheSameRows() throws Exception {
    List<IntervalReading> all = new ArrayList<>();
    for (int i = 1; i <= 48; i++) {
      for (IntervalQuality quality : IntervalQuality.values()) {
        all.add(at("energy_kwh", i, i + quality.rank() / 10.0, quality));
      }
    }
    write(all.toArray(IntervalReading[]::new));
    List<String> expected = withoutFlags(rows());
    Random random = new Random(7);

    for (int i = 0; i < 5; i++) {
      setUp();
      Collections.shuffle(all, random);
      for (int from = 0; from < all.size(); from += 20) {
        List<IntervalReading> some = all.subList(from, Math.min(all.size(), from + 20));
        write(some.toArray(IntervalReading[]::new));
        write(all.get(random.nextInt(all.size())), some.get(0));
      }

      assertThat(withoutFlags(rows())).isEqualTo(expected);
    }
  }

  @Test
  void sameDeliveryTwiceChangesNothing() throws Exception {
    IntervalReading[] intervals = {at("price", 1, 10), at("price", 2, 11), at("energy_kwh", 2, 1)};
    write(intervals);
    List<String> before = rows();
    long version = site.number("SELECT version FROM system_latest WHERE system_id = ?");

    Written again = write(intervals);

    assertThat(again.stored()).isZero();
    assertThat(again.duplicates()).isEqualTo(3);
    assertThat(rows()).isEqualTo(before);
    assertThat(site.number("SELECT version FROM system_latest WHERE system_id = ?"))
        .isEqualTo(version);
  }

  @Test
  void latestValueIsOfTheLastIntervalAndNotOfTheFuture() throws Exception {
    Instant running = NOW.minusSeconds(120).plus(HALF_HOUR);
    write(ending("price", running.minus(HALF_HOUR), 10), ending("price", running, 20));

    assertThat(latest("price")).isEqualTo((running.getEpochSecond() - 1_800) + " 20.0");

    // A revision of the interval before ends when the running one was measured, and is not newer.
    write(ending("price", running.minus(HALF_HOUR), 15));
    assertThat(latest("price")).isEqualTo((running.getEpochSecond() - 1_800) + " 20.0");
    write(ending("price", running, 25));
    assertThat(latest("price")).isEqualTo((running.getEpochSecond() - 1_800) + " 25.0");

    TestClock.set(running.plusSeconds(10));
    write(ending("price", running, 25));
    assertThat(latest("price")).isEqualTo(running.getEpochSecond() + " 25.0");
    assertThat(site.number("SELECT newest_t FROM system_latest WHERE system_id = ?"))
        .isEqualTo(running.getEpochSecond());
  }

  @Test
  void dailyTotalsFollowRevision() throws Exception {
    wholeDay("energy_kwh", 0.5, IntervalQuality.ESTIMATED);
    days.compute(site.system(), DAY);
    assertThat(total("energy_kwh")).isEqualTo(24.0);
    assertThat(site.daily("energy_kwh").get(DAY).coveredSeconds()).isEqualTo(86_400);
    assertThat(days.daysOwed(site.system())).isEmpty();

    write(at("energy_kwh", 7, 2.5, IntervalQuality.BILLABLE));

    assertThat(days.daysOwed(site.system())).containsExactly(DAY);
    days.compute(site.system(), DAY);
    assertThat(total("energy_kwh")).isEqualTo(26.0);
    assertThat(verified().different()).isZero();
  }

  @Test
  void verificationNoticesDailyRowThatDoesNotFit() throws Exception {
    wholeDay("price", 30, IntervalQuality.ACTUAL);
    days.compute(site.system(), DAY);
    assertThat(verified().compared()).isEqualTo(1);
    assertThat(verified().different()).isZero();

    site.change(
        "UPDATE point_readings_agg_daily d JOIN point_info p ON p.point_id = d.point_id"
            + " SET d.avg = 31 WHERE p.system_id = ?");

    assertThat(verified().different()).isEqualTo(1);
  }

  @Test
  void remakingLeavesIntervalsAloneAndSumsUpTheirDays() throws Exception {
    wholeDay("price", 30, IntervalQuality.ACTUAL);
    Instant noon = MIDNIGHT.plusSeconds(43_200);
    writer.write(
        List.of(
            new Delivery(
                site.system(), List.of(new Reading(new PointKey("solar_w"), noon, 1_200)))));
    days.compute(site.system(), DAY);
    List<String> before = rows();
    site.change(
        "UPDATE point_readings_agg_daily d JOIN point_info p ON p.point_id = d.point_id"
            + " SET d.avg = 31 WHERE p.system_id = ?");

    reaggregation.mark(List.of(site.system()), MIDNIGHT, NOW);

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(site.number("SELECT COUNT(*) FROM dirty_ranges WHERE system_id = ?"))
                  .isZero();
              assertThat(days.daysOwed(site.system())).isEmpty();
              assertThat(site.daily("price").get(DAY).average()).isEqualTo(30.0);
            });
    assertThat(rows()).isEqualTo(before);
    assertThat(verified().different()).isZero();
  }

  @Test
  void pointTakesReadingsInItsOwnFormOnly() throws Exception {
    Instant time = MIDNIGHT.plusSeconds(1_800);
    Written written =
        writer
            .write(
                List.of(
                    new Delivery(
                        site.system(),
                        List.of(new Reading(new PointKey("price"), time, 1)),
                        List.of(ending("solar_w", time, 1)),
                        List.of())))
            .get(0);

    assertThat(written.stored()).isZero();
    assertThat(written.rejected()).isEqualTo(2);
    assertThat(rows()).isEmpty();
    assertThat(
            site.number(
                "SELECT COUNT(*) FROM quarantined_readings"
                    + " WHERE system_id = ? AND reason = 'WRONG_SOURCE'"))
        .isEqualTo(2);
  }

  @Test
  void forecastsStayApart() throws Exception {
    Instant next = NOW.minusSeconds(120).plus(HALF_HOUR).plus(HALF_HOUR);
    forecast(next, 40);
    forecast(next, 45);

    assertThat(rows()).isEmpty();
    assertThat(latest("price")).isEqualTo("null null");
    assertThat(site.number("SELECT version FROM system_latest WHERE system_id = ?")).isZero();
    assertThat(site.number("SELECT COUNT(*) FROM day_ledger WHERE system_id = ?")).isZero();
    String forecasts =
        " FROM forecasts f JOIN point_info p ON p.point_id = f.point_id WHERE p.system_id = ?";
    assertThat(site.number("SELECT SUM(f.value)" + forecasts)).isEqualTo(45);

    TestClock.set(next.plus(Duration.ofDays(3)));
    housekeeping.tidy();
    assertThat(site.number("SELECT COUNT(*)" + forecasts)).isZero();
  }

  private void forecast(Instant end, double value) {
    Forecast forecast = new Forecast(new PointKey("price"), end, HALF_HOUR, value, value - 5, null);
    writer.write(List.of(new Delivery(site.system(), List.of(), List.of(), List.of(forecast))));
  }

  private Written write(IntervalReading... intervals) {
    return writer
        .write(List.of(new Delivery(site.system(), List.of(), Arrays.asList(intervals), List.of())))
        .get(0);
  }

  private void wholeDay(String point, double value, IntervalQuality quality) {
    IntervalReading[] all = new IntervalReading[48];
    Arrays.setAll(all, i -> at(point, i + 1, value, quality));
    assertThat(write(all).stored()).isEqualTo(48);
  }

  private VerifyAggregates.Verification verified() {
    return verification.verify(site.system(), MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)));
  }

  /** The value of the n-th half hour of the day. */
  private static IntervalReading at(String point, int n, double value) {
    return at(point, n, value, IntervalQuality.ACTUAL);
  }

  private static IntervalReading at(String point, int n, double value, IntervalQuality quality) {
    return new IntervalReading(
        new PointKey(point), MIDNIGHT.plusSeconds(n * 1_800L), HALF_HOUR, value, quality);
  }

  private static IntervalReading ending(String point, Instant end, double value) {
    return new IntervalReading(new PointKey(point), end, HALF_HOUR, value, IntervalQuality.ACTUAL);
  }

  /** All 5-minute rows of intervals, with minutes since midnight. */
  private List<String> rows() throws Exception {
    return texts(
        ("SELECT CONCAT(p.point_key, ' +', (a.interval_end - %d) DIV 60,"
                + " ' avg=', COALESCE(FORMAT(a.avg, 1), 'null'),"
                + " ' sum=', COALESCE(FORMAT(a.sum, 1), 'null'),"
                + " ' count=', a.count, ' covered=', a.covered_s,"
                + " ' flags=', a.flags, ' quality=', a.quality)"
                + " FROM point_info p JOIN point_readings_agg_5m a ON a.point_id = p.point_id"
                + " WHERE p.system_id = ? AND p.source = 'intervals'"
                + " ORDER BY p.point_key, a.interval_end")
            .formatted(MIDNIGHT.getEpochSecond()));
  }

  /** Flags tell whether a value replaced another, so they depend on the order. */
  private static List<String> withoutFlags(List<String> rows) {
    return rows.stream().map(row -> row.replaceAll(" flags=\\d+", "")).toList();
  }

  private String latest(String point) throws Exception {
    String path = "JSON_VALUE(l.points, CONCAT('$.\"', p.point_id, '\"[%d]'))";
    return texts(
            ("SELECT CONCAT(COALESCE(%s, 'null'), ' ', COALESCE(%s, 'null'))"
                    + " FROM system_latest l JOIN point_info p ON p.system_id = l.system_id"
                    + " WHERE l.system_id = ? AND p.point_key = '%s'")
                .formatted(path.formatted(0), path.formatted(1), point))
        .get(0);
  }

  private double total(String point) throws Exception {
    return Double.parseDouble(
        texts(
                ("SELECT d.sum FROM point_readings_agg_daily d JOIN point_info p"
                        + " ON p.point_id = d.point_id WHERE p.system_id = ? AND d.day = '%s'"
                        + " AND p.point_key = '%s'")
                    .formatted(DAY, point))
            .get(0));
  }

  private List<String> texts(String sql) throws Exception {
    List<String> texts = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, site.system().value());
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          texts.add(result.getString(1));
        }
      }
    }
    return texts;
  }
}
