package energy.liveone.bench;

import energy.liveone.bench.FleetLoader.LoadedSystem;
import energy.liveone.bench.driver.Payload;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.RuntimeFiles;
import jakarta.json.JsonObject;
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
  private static final int ROUNDS = 7;
  private static final int MINUTES_A_ROUND = 5;
  private static final int WARM_UP_ROUNDS = 2;
  private static final int FIRST_NUMBER = 100_000;
  private static final double REQUIRED_RATIO = 0.35;

  private final Options options;
  private final Report report;
  private final int systemCount;
  private long databasePid;

  IngestBench(Options options, Report report) {
    this.options = options;
    this.report = report;
    this.systemCount = options.systems().orElse(SYSTEMS);
  }

  /** Readings a second, and processor time a reading in microseconds. */
  private record Rates(Measured perSecond, Measured program, Measured database) {
    Rates() {
      this(new Measured(), new Measured(), new Measured());
    }
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
    int minutes = (WARM_UP_ROUNDS + rounds) * MINUTES_A_ROUND;
    long first = (Instant.now().getEpochSecond() / 300) * 300 - 60L * minutes - 3_600 + 60;
    Rates bare = new Rates();
    Rates product = new Rates();
    Measured ratios = new Measured();
    for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
      boolean counts = round >= WARM_UP_ROUNDS;
      long from = first + 60L * MINUTES_A_ROUND * round;
      double bareRate = upsert(yardstick, from, counts ? bare : new Rates());
      double productRate = ingest(api, from, counts ? product : new Rates());
      if (counts) {
        ratios.add(productRate / bareRate);
      }
      report.say(
          "%s: %,.0f readings/s, bare upsert %,.0f rows/s"
              .formatted(
                  counts ? "Round " + (round - WARM_UP_ROUNDS + 1) : "Warm-up",
                  productRate,
                  bareRate));
    }
    report.say("Checking what was stored");
    new IngestCheck(sql, systems, first, minutes).check();
    report.figure(
        figure("stored", product.perSecond(), "readings/s")
            .against("bare multi-row upsert", bare.perSecond().median(), ratios.median())
            .ratioAtLeast(REQUIRED_RATIO));
    report.figure(
        figure("server_cpu", product.program(), "us/reading")
            .against("bare upsert, client", bare.program().median()));
    report.figure(
        figure("database_cpu", product.database(), "us/reading")
            .against("bare upsert", bare.database().median()));
    report.figure(Figure.of(NAME, "readings_per_poll", Payload.KEYS.size(), "readings"));
    TableSizes.report(sql, NAME, report, (long) count * minutes);
  }

  private static Figure figure(String name, Measured measured, String unit) {
    return Figure.of(NAME, name, measured.median(), unit);
  }

  private double upsert(RawYardstick yardstick, long from, Rates rates) {
    long self = ProcessHandle.current().pid();
    double programStart = CpuTime.seconds(self);
    double databaseStart = CpuTime.seconds(databasePid);
    double perSecond = yardstick.run(from, MINUTES_A_ROUND);
    rates.perSecond().add(perSecond);
    rates.program().add((CpuTime.seconds(self) - programStart) * 1e6 / readings());
    rates.database().add((CpuTime.seconds(databasePid) - databaseStart) * 1e6 / readings());
    return perSecond;
  }

  private double ingest(ServerApi api, long from, Rates rates) {
    double databaseStart = CpuTime.seconds(databasePid);
    JsonObject run =
        api.post("/api/bench/ingest?from=" + from + "&minutes=" + MINUTES_A_ROUND, "{}");
    CheckFailedException.unlessEqual(0, run.getInt("failed"), "Failed polls");
    CheckFailedException.unlessEqual(
        readings(), run.getJsonNumber("readings").longValue(), "Readings");
    double perSecond = readings() / (run.getJsonNumber("nanos").longValue() / 1e9);
    rates.perSecond().add(perSecond);
    rates.program().add(run.getJsonNumber("cpuNanos").longValue() / 1e3 / readings());
    rates.database().add((CpuTime.seconds(databasePid) - databaseStart) * 1e6 / readings());
    return perSecond;
  }

  /** Of one round. */
  private long readings() {
    return (long) systemCount * MINUTES_A_ROUND * Payload.KEYS.size();
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
