package energy.liveone.bench;

import energy.liveone.bench.FleetLoader.LoadedSystem;
import energy.liveone.bench.HistoryLoader.Depth;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.RuntimeFiles;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the API takes to answer, against reading the same rows by plain SQL: latest values and
 * history of 10 systems with 12 points, a year of 5-minute rows and a week of raw readings; and
 * their energy flow over that year.
 */
final class QueryBench implements Runnable {
  private static final String NAME = "query";
  private static final int SYSTEMS = 10;

  /** Half a minute: in less, a single burst of work in the background makes the percentile. */
  private static final int ROUNDS = 4_000;

  private static final int WARM_UP_ROUNDS = 1500;
  private static final int FIRST_NUMBER = 100_000;
  private static final Depth DEPTH = new Depth(365, 7);
  private static final Duration DAILY_JOB_LIMIT = Duration.ofMinutes(15);

  private final Options options;
  private final Report report;

  QueryBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  /** What was measured of one question, in ms. */
  private record Times(Measured api, Measured bare) {
    Times() {
      this(new Measured(), new Measured());
    }
  }

  @Override
  public void run() {
    try (Workplace workplace = Workplace.open(options, report)) {
      EmbeddedMariaDb database = workplace.startDatabase();
      PayaraMicroProcess server =
          workplace.startServer(
              database,
              RuntimeFiles.locate().webArchive(),
              Map.of("LIVEONE_POLL_ENABLED", "false"));
      ServerApi api =
          ServerApi.signIn(server.baseUri(), Workplace.ADMIN_EMAIL, workplace.adminPassword());
      Sql sql = new Sql(Workplace.connect(database));
      List<LoadedSystem> systems =
          new FleetLoader(sql, workplace.encryptionKey())
              .load(FIRST_NUMBER, options.systems().orElse(SYSTEMS), null);
      Map<Integer, int[]> pointIds = IngestBench.pointIds(sql);
      long end = Instant.now().getEpochSecond() / 300 * 300;
      new HistoryLoader(sql, report, DEPTH, end).load(systems, pointIds);
      computeDays(sql, api);
      computeFlow(sql);
      measure(systems, api, new BareDatabase(Workplace.connect(database), pointIds));
      TableSizes.report(sql, NAME, report, 0);
    }
  }

  /** The product's own job makes the daily rows; today's stay owed. */
  private void computeDays(Sql sql, ServerApi api) {
    report.say("Having the days computed");
    long owed = sql.number("SELECT COUNT(*) FROM day_ledger WHERE dirty");
    long systems = sql.number("SELECT COUNT(*) FROM systems");
    long start = System.nanoTime();
    api.post("/api/cron/daily", "{\"action\":\"catchup\"}");
    while (sql.number("SELECT COUNT(*) FROM day_ledger WHERE dirty") > systems) {
      CheckFailedException.unless(
          System.nanoTime() - start < DAILY_JOB_LIMIT.toNanos(), "The daily job takes too long");
      Pause.millis(200);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    report.figure(Figure.of(NAME, "daily_job", (owed - systems) / seconds, "system days/s"));
  }

  /** The product's own timer makes the days of flow. */
  private void computeFlow(Sql sql) {
    report.say("Having the energy flow computed");
    long start = System.nanoTime();
    while (sql.number("SELECT COUNT(*) FROM flow_owed") > 0) {
      CheckFailedException.unless(
          System.nanoTime() - start < DAILY_JOB_LIMIT.toNanos(), "The flow takes too long");
      Pause.millis(200);
    }
    long days = sql.number("SELECT COUNT(*) FROM flow_days");
    CheckFailedException.unless(days > 0, "No day of flow was computed");
    double seconds = (System.nanoTime() - start) / 1e9;
    report.figure(Figure.of(NAME, "flow_days", days / seconds, "system days/s"));
  }

  private void measure(List<LoadedSystem> systems, ServerApi api, BareDatabase database) {
    report.say("Asking");
    measure(Question.all(), systems, api, database);
    // By itself: what it leaves behind for both sides to clear away is no part of the others' time.
    measure(
        List.of(new YearOfFlow(Instant.now().getEpochSecond()).question()), systems, api, database);
  }

  /** In turn, so that a noisy moment meets all of them. */
  private void measure(
      List<Question> questions, List<LoadedSystem> systems, ServerApi api, BareDatabase database) {
    Map<String, Times> times = new HashMap<>();
    int rounds = options.rounds().orElse(ROUNDS);
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      int system = systems.get(Math.floorMod(round, systems.size())).id();
      for (Question question : questions) {
        Times measured = times.computeIfAbsent(question.name(), name -> new Times());
        ask(question, system, api, database, round < 0 ? new Times() : measured);
      }
    }
    for (Question question : questions) {
      report(question, times.get(question.name()));
    }
  }

  private static void ask(
      Question question, int system, ServerApi api, BareDatabase database, Times times) {
    String path = question.path().apply(system);
    long start = System.nanoTime();
    String body = api.get(path);
    times.api().add((System.nanoTime() - start) / 1e6);

    JsonObject answer = ServerApi.json(body);
    JsonObject window = answer.getJsonObject("metadata");
    long from = window == null ? 0 : window.getJsonNumber("from").longValue();
    long to = window == null ? 0 : window.getJsonNumber("to").longValue();
    Digest bare;
    start = System.nanoTime();
    try {
      bare = question.bare().read(database, system, from, to);
    } catch (SQLException e) {
      throw Sql.failure(question.name(), e);
    }
    times.bare().add((System.nanoTime() - start) / 1e6);

    Digest digest = question.digest().apply(answer);
    CheckFailedException.unless(
        bare.values() > 0 && digest.isLike(bare),
        path + " answered " + digest + " where the database has " + bare);
  }

  private void report(Question question, Times times) {
    report.figure(
        Figure.of(NAME, question.name() + ".p50", times.api().percentile(50), "ms")
            .against("bare SQL", times.bare().percentile(50)));
    double bare = times.bare().percentile(95);
    report.figure(
        Figure.of(NAME, question.name() + ".p95", times.api().percentile(95), "ms")
            .against("bare SQL", bare)
            .atMost(question.limitMillis().applyAsDouble(bare)));
  }
}
