package energy.liveone.batch.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.container.Deployments;
import energy.liveone.container.JobRepositorySnapshot;
import energy.liveone.rollup.DailyJobs;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job's mechanics in the server, over days owed in memory. */
@ArquillianTest
class DailyAggregationJobIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final LocalDate FIRST = LocalDate.of(2025, 4, 5);
  private static final LocalDate SECOND = LocalDate.of(2025, 4, 6);
  private static final LocalDate THIRD = LocalDate.of(2025, 4, 7);

  @Inject private ScriptedRollup rollup;
  @EJB private DailyJobs jobs;
  @EJB private DailyAggregationRun run;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Deployment
  static WebArchive archive() {
    return Deployments.core().addClasses(ScriptedRollup.class, JobRepositorySnapshot.class);
  }

  @BeforeEach
  void oweNothing() {
    rollup.reset();
  }

  @AfterEach
  void letGo() {
    rollup.open();
  }

  @Test
  void everyOwedDayIsComputedOnce() {
    for (int system = 1; system <= 20; system++) {
      rollup.owe(system, FIRST, SECOND);
    }

    JobExecution ended = awaitEnd(jobs.start(false));

    assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(ended.getExitStatus()).isEqualTo("40 days computed, 0 failed");
    assertThat(rollup.computed()).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void nothingOwedEndsWell() {
    JobExecution ended = awaitEnd(jobs.start(false));

    assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(rollup.computed()).isEmpty();
  }

  @Test
  void secondRunFindsNothingToDo() {
    rollup.owe(1, FIRST);
    awaitEnd(jobs.start(false));

    JobExecution second = awaitEnd(jobs.start(false));

    assertThat(second.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(rollup.computed()).hasSize(1);
  }

  @Test
  void clearingComputesAllDaysAgain() {
    rollup.owe(1, FIRST);
    awaitEnd(jobs.start(false));

    awaitEnd(jobs.start(true));

    assertThat(rollup.computed()).containsExactly(new OwedDay(1, FIRST), new OwedDay(1, FIRST));
  }

  @Test
  void failingDayStaysOwedAndStopsNoOther() {
    rollup.owe(1, FIRST, SECOND, THIRD);
    rollup.fail(SECOND);

    JobExecution ended = awaitEnd(jobs.start(false));

    assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(ended.getExitStatus()).isEqualTo("2 days computed, 1 failed");
    assertThat(rollup.computed()).containsExactly(new OwedDay(1, FIRST), new OwedDay(1, THIRD));
  }

  @Test
  void startWhileRunningAnswersTheRunningExecution() throws InterruptedException {
    rollup.owe(1, FIRST);
    rollup.close();
    long running = jobs.start(false);
    assertThat(rollup.awaitEntered()).isTrue();

    long second = jobs.start(false);
    rollup.open();

    assertThat(second).isEqualTo(running);
    awaitEnd(running);
  }

  /** Each start meets the one before at another point of its end, its record included. */
  @Test
  void startThatMeetsAnEndingRunSucceeds() {
    Set<Long> started = new HashSet<>();

    for (int start = 0; start < 150; start++) {
      started.add(jobs.start(false));
    }

    assertThat(started).hasSizeGreaterThan(5);
    started.forEach(
        one -> assertThat(awaitEnd(one).getBatchStatus()).isEqualTo(BatchStatus.COMPLETED));
  }

  @Test
  void restartAfterStopComputesTheRest() throws InterruptedException {
    long stopped = stopAfterTheFirstOfTwoCheckpoints();

    long restarted = operator().restart(stopped, operator().getParameters(stopped));

    assertThat(awaitEnd(restarted).getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(rollup.computed()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void executionThatKilledNodeLeftIsRestarted() throws Exception {
    rollup.owe(1, FIRST, SECOND);
    rollup.close();
    long leftover = jobs.start(false);
    assertThat(rollup.awaitEntered()).isTrue();
    JobRepositorySnapshot killed = JobRepositorySnapshot.take(dataSource);
    rollup.open();
    awaitEnd(leftover);
    killed.putBack();
    update("INSERT INTO leases VALUES ('daily-aggregation', 'killed', '2020-01-01')");
    rollup.owe(1, THIRD);
    assertThat(operator().getJobExecution(leftover).getBatchStatus())
        .isEqualTo(BatchStatus.STARTED);

    run.watch();

    long restarted = newestExecution();
    assertThat(restarted).isGreaterThan(leftover);
    assertThat(awaitEnd(restarted).getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(operator().getJobInstance(restarted).getInstanceId())
        .isEqualTo(operator().getJobInstance(leftover).getInstanceId());
    assertThat(rollup.computed()).contains(new OwedDay(1, THIRD));
    await().atMost(LIMIT).until(() -> count("SELECT COUNT(*) FROM leases") == 0);
  }

  @Test
  void startAfterKilledNodeRestartsWhatItLeft() throws Exception {
    rollup.owe(1, FIRST);
    rollup.close();
    long leftover = jobs.start(false);
    assertThat(rollup.awaitEntered()).isTrue();
    JobRepositorySnapshot killed = JobRepositorySnapshot.take(dataSource);
    rollup.open();
    awaitEnd(leftover);
    killed.putBack();

    long started = jobs.start(true);

    assertThat(awaitEnd(started).getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(operator().getJobInstance(started).getInstanceId())
        .isEqualTo(operator().getJobInstance(leftover).getInstanceId());
    assertThat(rollup.computed()).containsExactly(new OwedDay(1, FIRST), new OwedDay(1, FIRST));
  }

  @Test
  void runOfLiveNodeIsLeftAlone() throws Exception {
    update(
        "INSERT INTO leases VALUES ('daily-aggregation', 'alive', UTC_TIMESTAMP(3) + INTERVAL 60"
            + " SECOND)");
    long before = count("SELECT COUNT(*) FROM jbatchJOBINSTANCEDATA");

    run.watch();
    update("DELETE FROM leases");

    assertThat(count("SELECT COUNT(*) FROM jbatchJOBINSTANCEDATA")).isEqualTo(before);
  }

  /** Twenty days of one system, of which a stop lets the first checkpoint's sixteen through. */
  private long stopAfterTheFirstOfTwoCheckpoints() throws InterruptedException {
    FIRST.datesUntil(FIRST.plusDays(20)).forEach(day -> rollup.owe(1, day));
    rollup.close();
    long id = jobs.start(false);
    assertThat(rollup.awaitEntered()).isTrue();
    operator().stop(id);
    rollup.open();
    assertThat(awaitEnd(id).getBatchStatus()).isEqualTo(BatchStatus.STOPPED);
    assertThat(rollup.computed()).hasSizeBetween(1, 19);
    return id;
  }

  private static JobExecution awaitEnd(long id) {
    await().atMost(LIMIT).until(() -> operator().getJobExecution(id).getEndTime() != null);
    return operator().getJobExecution(id);
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }

  private long newestExecution() throws SQLException {
    return count(
        "SELECT MAX(e.jobexecid) FROM jbatchEXECUTIONINSTANCEDATA e JOIN jbatchJOBINSTANCEDATA i"
            + " ON i.jobinstanceid = e.jobinstanceid WHERE i.name = 'daily-aggregation'");
  }

  private long count(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void update(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
