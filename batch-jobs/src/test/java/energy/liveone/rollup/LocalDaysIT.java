package energy.liveone.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.liveone.container.Deployments;
import energy.liveone.container.Site;
import energy.liveone.container.Site.DailyRow;
import energy.liveone.container.TestClock;
import energy.liveone.point.PointKey;
import energy.liveone.reading.ImportReadings;
import energy.liveone.reading.Reading;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * From imported readings to daily rows by the job, over days with a change of the clocks. Each site
 * has a sample of 1,200 W at every full five minutes, and 0.1 kWh in each.
 */
@ArquillianTest
class LocalDaysIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int STEP = 300;
  private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2025, 4, 6);
  private static final LocalDate CLOCKS_GO_FORWARD = LocalDate.of(2025, 10, 5);

  @Inject private ImportReadings readings;
  @EJB private DailyJobs jobs;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Deployment
  static WebArchive archive() {
    return Deployments.core().addClasses(Site.class, DailyRow.class, TestClock.class);
  }

  @Test
  void melbourneHasDayOfTwentyFiveHours() throws Exception {
    assertDayHasSlots("Australia/Melbourne", CLOCKS_GO_BACK, 300);
  }

  @Test
  void melbourneHasDayOfTwentyThreeHours() throws Exception {
    assertDayHasSlots("Australia/Melbourne", CLOCKS_GO_FORWARD, 276);
  }

  @Test
  void adelaideBeginsItsLongDayAtHalfPast() throws Exception {
    assertDayHasSlots("Australia/Adelaide", CLOCKS_GO_BACK, 300);
  }

  @Test
  void lordHoweGainsHalfAnHour() throws Exception {
    assertDayHasSlots("Australia/Lord_Howe", CLOCKS_GO_BACK, 294);
  }

  @Test
  void lordHoweLosesHalfAnHour() throws Exception {
    assertDayHasSlots("Australia/Lord_Howe", CLOCKS_GO_FORWARD, 282);
  }

  @Test
  void secondRunGivesTheSameRows() throws Exception {
    Site site = importDaysAround("Australia/Melbourne", CLOCKS_GO_BACK);
    runJob(true);
    Map<LocalDate, DailyRow> first = site.daily("solar_kwh");

    runJob(true);

    assertThat(site.daily("solar_kwh")).isEqualTo(first).isNotEmpty();
  }

  @Test
  void missingDayIsMadeAgainAlthoughLaterOnesAreThere() throws Exception {
    Site site = importDaysAround("Australia/Melbourne", CLOCKS_GO_BACK);
    runJob(true);
    site.change(
        "DELETE d FROM point_readings_agg_daily d JOIN point_info p ON p.point_id = d.point_id"
            + " WHERE p.system_id = ? AND d.day = '2025-04-05'");
    site.change("UPDATE day_ledger SET dirty = TRUE WHERE system_id = ? AND day = '2025-04-05'");

    runJob(false);

    assertThat(site.daily("solar_w")).containsKey(CLOCKS_GO_BACK.minusDays(1));
  }

  @Test
  void unfinishedDayIsNotComputed() throws Exception {
    Site site = importDaysAround("Australia/Lord_Howe", CLOCKS_GO_BACK);
    TestClock.set(Instant.ofEpochSecond(site.midnight(CLOCKS_GO_BACK.plusDays(1)) - 1));
    site.change(
        "DELETE d FROM point_readings_agg_daily d JOIN point_info p ON p.point_id = d.point_id"
            + " WHERE p.system_id = ?");

    runJob(true);

    assertThat(site.daily("solar_w"))
        .containsKey(CLOCKS_GO_BACK.minusDays(1))
        .doesNotContainKey(CLOCKS_GO_BACK);
  }

  private void assertDayHasSlots(String zone, LocalDate day, int slots) throws Exception {
    Site site = importDaysAround(zone, day);

    runJob(true);

    DailyRow power = site.daily("solar_w").get(day);
    assertThat(power.start()).isEqualTo(site.midnight(day));
    assertThat(power.seconds()).isEqualTo(slots * STEP);
    assertThat(power.samples()).isEqualTo(slots);
    assertThat(power.coveredSeconds()).isEqualTo(slots * STEP);
    assertThat(power.average()).isCloseTo(1200, within(1e-9));
    assertThat(site.daily("solar_kwh").get(day).delta()).isCloseTo(slots / 10.0, within(1e-6));
    assertEachSampleIsCountedOnce(site, day);
  }

  private static void assertEachSampleIsCountedOnce(Site site, LocalDate day) throws Exception {
    long stored =
        site.number(
            "SELECT COUNT(*) FROM point_readings r JOIN point_info p ON p.point_id = r.point_id"
                + " WHERE p.system_id = ? AND p.point_key = 'solar_w'");
    assertThat(site.daily("solar_w").values().stream().mapToInt(DailyRow::samples).sum())
        .as("samples of the days around %s", day)
        .isEqualTo((int) stored);
  }

  /** The day, the one before and the one after, whole: the last sample is the last midnight. */
  private Site importDaysAround(String zone, LocalDate day) throws Exception {
    Site site = Site.create(dataSource, zone);
    TestClock.set(day.plusDays(14).atStartOfDay(site.zone()).toInstant());
    List<Reading> samples = new ArrayList<>();
    int taken = 0;
    long end = site.midnight(day.plusDays(2));
    for (long t = site.midnight(day.minusDays(1)) + STEP; t <= end; t += STEP) {
      Instant time = Instant.ofEpochSecond(t);
      samples.add(new Reading(new PointKey("solar_w"), time, 1200));
      samples.add(new Reading(new PointKey("solar_kwh"), time, 5000 + taken / 10.0));
      taken++;
    }
    assertThat(readings.store(site.system(), samples).stored()).isEqualTo(samples.size());
    await()
        .atMost(LIMIT)
        .until(() -> site.number("SELECT COUNT(*) FROM dirty_ranges WHERE system_id = ?") == 0);
    return site;
  }

  private void runJob(boolean clearFirst) {
    long id = jobs.start(clearFirst);
    await()
        .atMost(LIMIT)
        .until(() -> BatchRuntime.getJobOperator().getJobExecution(id).getEndTime() != null);
    assertThat(BatchRuntime.getJobOperator().getJobExecution(id).getBatchStatus())
        .isEqualTo(BatchStatus.COMPLETED);
  }
}
