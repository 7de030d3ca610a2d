package energy.liveone.bench;

import energy.liveone.bench.FleetLoader.LoadedSystem;
import energy.liveone.bench.IngestRounds.Round;
import energy.liveone.bench.IngestRounds.Watched;
import energy.liveone.bench.driver.Payload;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.RuntimeFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Readings a second from fetched payload to committed raw row, 5-minute row, latest value and
 * session, against a multi-row upsert of the same rows into a bare copy of the raw table. Both take
 * turns on consecutive minutes of the same payloads.
 */
final class IngestBench implements Runnable {
  private static final String NAME = "ingest";
  private static final int SYSTEMS = 5_000;
  private static final int ROUNDS = 9;
  private static final int MOST_WARM_UP_ROUNDS = 20;
  private static final int QUIET_ROUNDS = 2;

  /** Share of a round in which it compiles; right after the start it is all of the time. */
  private static final double COMPILER_AT_REST = 0.1;

  private static final int FIRST_NUMBER = 100_000;

  private final Options options;
  private final Report report;
  private final int systemCount;
  private long databasePid;

  IngestBench(Options options, Report report) {
    this.options = options;
    this.report = report;
    this.systemCount = options.systems().orElse(SYSTEMS);
  }

  @Override
  public void run() {
    try (Workplace workplace = Workplace.open(options, report)) {
      Path war = DriverArchive.make(RuntimeFiles.locate().webArchive(), workplace.home());
      EmbeddedMariaDb database = workplace.startDatabase();
      databasePid = database.pid();
      PayaraMicroProcess server =
          workplace.startServer(database, war, Map.of("LIVEONE_POLL_ENABLED", "false"));
      ServerApi api =
          ServerApi.signIn(server.baseUri(), Workplace.ADMIN_EMAIL, workplace.adminPassword());
      measure(workplace, new Sql(Workplace.connect(database)), api);
    }
  }

  private void measure(Workplace workplace, Sql sql, ServerApi api) {
    int count = systemCount;
    report.say("Creating " + count + " systems");
    List<LoadedSystem> systems =
        new FleetLoader(sql, workplace.encryptionKey()).load(FIRST_NUMBER, count, Instant.now());
    RawYardstick yardstick = new RawYardstick(sql, systems, pointIds(sql));

    int rounds = options.rounds().orElse(ROUNDS);
    int minutesAtMost = (MOST_WARM_UP_ROUNDS + rounds) * IngestRounds.MINUTES_A_ROUND;
    long first = (Instant.now().getEpochSecond() / 300) * 300 - 60L * minutesAtMost - 3_600 + 60;
    IngestRounds ingest = new IngestRounds(yardstick, api, sql, readings(), watched());
    int warmUp = warmUp(ingest, first);
    IngestResults results = new IngestResults();
    for (int round = 0; round < rounds; round++) {
      Round done = ingest.run(first + secondsOf(warmUp + round));
      say("Round " + (round + 1), done);
      results.add(done);
    }
    int minutes = (warmUp + rounds) * IngestRounds.MINUTES_A_ROUND;
    report.say("Checking what was stored");
    new IngestCheck(sql, systems, first, minutes).check();
    results.report(report, NAME);
    report.figure(Figure.of(NAME, "readings_per_poll", Payload.KEYS.size(), "readings"));
    TableSizes.report(sql, NAME, report, (long) count * minutes);
  }

  /**
   * Runs rounds that do not count until the just-in-time compiler has come to rest, as it is in a
   * server that has run for minutes. One quiet round is not enough: what a method takes to compile
   * counts at its end, so a long one is missing from the round in which it began.
   *
   * @return how many
   */
  private int warmUp(IngestRounds ingest, long first) {
    int rounds = 0;
    int quiet = 0;
    while (rounds < MOST_WARM_UP_ROUNDS && quiet < QUIET_ROUNDS) {
      Round round = ingest.run(first + secondsOf(rounds));
      rounds++;
      say("Warm-up", round);
      quiet = round.compiling() < COMPILER_AT_REST ? quiet + 1 : 0;
    }
    return rounds;
  }

  private static long secondsOf(int rounds) {
    return 60L * IngestRounds.MINUTES_A_ROUND * rounds;
  }

  private void say(String what, Round round) {
    report.say(
        "%s: %,.0f readings/s, bare upsert %,.0f rows/s, compiler busy %.0f %%"
            .formatted(
                what,
                round.product().perSecond(),
                round.bare().perSecond(),
                100 * round.compiling()));
  }

  /** Of one round. */
  private long readings() {
    return (long) systemCount * IngestRounds.MINUTES_A_ROUND * Payload.KEYS.size();
  }

  private Watched watched() {
    return new Watched(ProcessHandle.current().pid(), databasePid);
  }

  static Map<Integer, int[]> pointIds(Sql sql) {
    Map<Integer, int[]> ids = new HashMap<>();
    sql.list(
        "SELECT system_id, point_key, point_id FROM point_info",
        row -> {
          int place = Payload.KEYS.indexOf(row.getString(2));
          if (place >= 0) {
            ids.computeIfAbsent(row.getInt(1), id -> new int[Payload.KEYS.size()])[place] =
                row.getInt(3);
          }
          return place;
        });
    return ids;
  }
}
