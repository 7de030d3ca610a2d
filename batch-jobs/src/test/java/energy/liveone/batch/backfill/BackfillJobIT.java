package energy.liveone.batch.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.container.Deployments;
import energy.liveone.container.JobRepositorySnapshot;
import energy.liveone.container.Site;
import energy.liveone.gap.BackfillJobs;
import energy.liveone.gap.BackfillProgress;
import energy.liveone.gap.BackfillProgress.State;
import energy.liveone.gap.Backfills;
import energy.liveone.gap.DayRange;
import energy.liveone.gap.PastAnswer;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job's mechanics in the server, over a vendor in memory that answers two days at once. */
@ArquillianTest
class BackfillJobIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final LocalDate FIRST = LocalDate.of(2025, 4, 5);

  @Inject private ScriptedPast past;
  @Inject private Backfills orders;
  @EJB private BackfillJobs jobs;
  @EJB private BackfillRun run;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Deployment
  static WebArchive archive() {
    return Deployments.core()
        .addClasses(ScriptedPast.class, JobRepositorySnapshot.class, Site.class);
  }

  @BeforeEach
  void forget() {
    past.reset();
  }

  @AfterEach
  void letGo() {
    past.open();
  }

  @Test
  void everyDayIsFetchedOnceAndCounted() throws SQLException {
    int order = order(5);

    jobs.start(order);

    BackfillProgress done = reached(order, State.DONE);
    assertThat(past.fetched()).containsExactly(days(0, 1), days(2, 3), days(4, 4));
    assertThat(done.daysDone()).isEqualTo(5);
    assertThat(done.rows()).isEqualTo(50);
    assertThat(done.endedAtOrNull()).isNotNull();
    assertThat(status(done)).isEqualTo(BatchStatus.COMPLETED);
  }

  @Test
  void vendorWithNothingEndsWell() throws SQLException {
    int order = order(1);
    past.answerOnce(FIRST, new PastAnswer.Told(0));

    jobs.start(order);

    BackfillProgress done = reached(order, State.DONE);
    assertThat(done.daysDone()).isEqualTo(1);
    assertThat(done.rows()).isZero();
  }

  @Test
  void startOfWhatIsOverFetchesNothing() throws SQLException {
    int order = order(2);
    jobs.start(order);
    reached(order, State.DONE);

    jobs.start(order);

    assertThat(past.fetched()).hasSize(1);
    assertThat(reached(order, State.DONE).daysDone()).isEqualTo(2);
  }

  @Test
  void startWhileRunningDoesNotStartAnother() throws Exception {
    int order = order(2);
    past.close();
    jobs.start(order);
    assertThat(past.awaitEntered()).isTrue();

    jobs.start(order);
    past.open();

    reached(order, State.DONE);
    assertThat(past.fetched()).hasSize(1);
  }

  @Test
  void restartAfterStopGoesOnAtItsDay() throws Exception {
    int order = order(6);
    past.close();
    jobs.start(order);
    assertThat(past.awaitEntered()).isTrue();
    await().atMost(LIMIT).until(() -> find(order).executionOrNull() != null);
    long execution = find(order).executionOrNull();
    operator().stop(execution);
    past.open();
    BackfillProgress stopped = reached(order, State.STOPPED);
    assertThat(stopped.daysDone()).isEqualTo(2);

    operator().restart(execution, operator().getParameters(execution));

    assertThat(reached(order, State.DONE).daysDone()).isEqualTo(6);
    assertThat(past.fetched()).containsExactly(days(0, 1), days(2, 3), days(4, 5));
  }

  @Test
  void spentQuotaEndsTheExecutionAndTheTimerGoesOnAtThatDay() throws SQLException {
    int order = order(4);
    Instant later = Instant.now().plusSeconds(3_600);
    past.answerOnce(FIRST.plusDays(2), new PastAnswer.Postponed(later));
    jobs.start(order);
    BackfillProgress waiting = reached(order, State.WAITING);
    assertThat(waiting.daysDone()).isEqualTo(2);
    assertThat(waiting.waitsUntilOrNull()).isAfter(later.minusSeconds(1));
    await().atMost(LIMIT).until(() -> status(find(order)) == BatchStatus.STOPPED);
    assertThat(exitStatus(find(order))).isEqualTo("WAITING");
    run.watch();
    assertThat(find(order).state()).isEqualTo(State.WAITING);
    update("UPDATE backfills SET next_start_at = '2020-01-01' WHERE id = " + order);

    run.watch();

    BackfillProgress done = reached(order, State.DONE);
    assertThat(done.daysDone()).isEqualTo(4);
    assertThat(done.wordsOrNull()).isNull();
    assertThat(past.fetched()).containsExactly(days(0, 1), days(2, 3));
  }

  @Test
  void failureThatMayPassIsTriedAgainAndOneThatNeedsTheOwnerIsNot() throws SQLException {
    int passing = order(2);
    past.answerOnce(FIRST, failed(FailureCode.VENDOR_UNAVAILABLE));
    jobs.start(passing);
    BackfillProgress waiting = reached(passing, State.WAITING);
    assertThat(waiting.failures()).isEqualTo(1);
    assertThat(waiting.wordsOrNull()).startsWith("VENDOR_UNAVAILABLE");

    int refused = order(2);
    past.answerOnce(FIRST, failed(FailureCode.AUTH_FAILED));
    jobs.start(refused);

    assertThat(reached(refused, State.FAILED).wordsOrNull()).startsWith("AUTH_FAILED");
    update("DELETE FROM backfills WHERE id = " + passing);
  }

  @Test
  void executionThatKilledNodeLeftGoesOn() throws Exception {
    int order = order(4);
    past.close();
    jobs.start(order);
    assertThat(past.awaitEntered()).isTrue();
    await().atMost(LIMIT).until(() -> find(order).executionOrNull() != null);
    long leftover = find(order).executionOrNull();
    JobRepositorySnapshot killed = JobRepositorySnapshot.take(dataSource);
    past.open();
    reached(order, State.DONE);
    await().atMost(LIMIT).until(() -> leases(order) == 0);
    update("DELETE FROM jbatchCHECKPOINTDATA");
    killed.putBack();
    past.reset();
    update(
        "UPDATE backfills SET state = 'running', days_done = 0, execution_id = "
            + leftover
            + " WHERE id = "
            + order);
    assertThat(status(find(order))).isEqualTo(BatchStatus.STARTED);

    run.watch();

    BackfillProgress done = reached(order, State.DONE);
    assertThat(done.executionOrNull()).isGreaterThan(leftover);
    assertThat(past.fetched()).containsExactly(days(0, 1), days(2, 3));
  }

  private static DayRange days(int first, int last) {
    return new DayRange(FIRST.plusDays(first), FIRST.plusDays(last));
  }

  private static PastAnswer failed(FailureCode code) {
    return new PastAnswer.Failed(Failure.of(code, "as told"));
  }

  /** An order for so many days of a system of its own. */
  private int order(int days) throws SQLException {
    Site site = Site.create(dataSource, "Australia/Melbourne");
    update(
        "INSERT INTO backfills (system_id, from_day, to_day, requested_at) VALUES (%s, '%s', '%s', NOW(3))"
            .formatted(site.system(), FIRST, FIRST.plusDays(days - 1L)));
    return (int)
        site.number("SELECT id FROM backfills WHERE system_id = ? ORDER BY id DESC LIMIT 1");
  }

  private BackfillProgress find(int order) {
    return orders.find(order).orElseThrow();
  }

  private BackfillProgress reached(int order, State state) {
    await().atMost(LIMIT).until(() -> find(order).state() == state);
    return find(order);
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }

  private static BatchStatus status(BackfillProgress progress) {
    return operator().getJobExecution(progress.executionOrNull()).getBatchStatus();
  }

  private static String exitStatus(BackfillProgress progress) {
    return operator().getJobExecution(progress.executionOrNull()).getExitStatus();
  }

  private long leases(int order) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM leases WHERE task = 'back-fill-" + order + "'")) {
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
