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

  IngestBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  /** Processor time a reading, in microseconds. */
  private static final class Cpu {
    private final long serverPid;
    private final long databasePid;
    private final Measured server = new Measured();
    private final Measured database = new Measured();
    private double serverStart;
    private double databaseStart;

    Cpu(long serverPid, long databasePid) {
      this.serverPid = serverPid;
      this.databasePid = databasePid;
    }

    void begin() {
      serverStart = CpuTime.seconds(serverPid);
      databaseStart = CpuTime.seconds(databasePid);
    }

    void end(long readings) {
      server.add((CpuTime.seconds(serverPid) - serverStart) * 1e6 / readings);
      database.add((CpuTime.seconds(databasePid) - databaseStart) * 1e6 / readings);
    }
  }

  @Override
  public void run() {
    try (Workplace workplace = Workplace.open(options, report)) {
      Path war = DriverArchive.make(RuntimeFiles.locate().webArchive(), workplace.home());
      EmbeddedMariaDb database = workplace.startDatabase();
      PayaraMicroProcess server =
          workplace.startServer(database, war, Map.of("LIVEONE_POLL_ENABLED", "false"));
      ServerApi api =
          ServerApi.signIn(server.baseUri(), Workplace.ADMIN_EMAIL, workplace.adminPassword());
      measure(
          workplace,
          new Sql(Workplace.connect(database)),
          api,
          new Cpu(server.pid(), database.pid()));
    }
  }

  private void measure(Workplace workplace, Sql sql, ServerApi api, Cpu cpu) {
    int count = options.systems().orElse(SYSTEMS);
    report.say("Creating " + count + " systems");
    List<LoadedSystem> systems =
        new FleetLoader(sql, workplace.encryptionKey()).load(FIRST_NUMBER, count, Instant.now());
    RawYardstick yardstick = new RawYardstick(sql, systems, pointIds(sql));

    int rounds = options.rounds().orElse(ROUNDS);
    int minutes = (WARM_UP_ROUNDS + rounds) * MINUTES_A_ROUND;
    long first = (Instant.now().getEpochSecond() / 300) * 300 - 60L * minutes - 3_600 + 60;
    Measured bare = new Measured();
    Measured product = new Measured();
    long readings = (long) count * MINUTES_A_ROUND * Payload.KEYS.size();
    Cpu bareCpu = new Cpu(ProcessHandle.current().pid(), cpu.databasePid);
    for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
      long from = first + 60L * MINUTES_A_ROUND * round;
      bareCpu.begin();
      double bareRate = yardstick.run(from, MINUTES_A_ROUND);
      bareCpu.end(readings);
      cpu.begin();
      double productRate = ingest(api, from, count);
      cpu.end(readings);
      if (round >= WARM_UP_ROUNDS) {
        bare.add(bareRate);
        product.add(productRate);
      }
      report.say(
          "%s: %,.0f readings/s, bare upsert %,.0f rows/s"
              .formatted(
                  round < WARM_UP_ROUNDS ? "Warm-up" : "Round " + (round - WARM_UP_ROUNDS + 1),
                  productRate,
                  bareRate));
    }
    report.say("Checking what was stored");
    new IngestCheck(sql, systems, first, minutes).check();
    report.figure(
        Figure.of(NAME, "stored", product.median(), "readings/s")
            .against("bare multi-row upsert", bare.median())
            .ratioAtLeast(REQUIRED_RATIO));
    report.figure(
        Figure.of(NAME, "server_cpu", cpu.server.median(), "us/reading")
            .against("bare upsert, client", bareCpu.server.median()));
    report.figure(
        Figure.of(NAME, "database_cpu", cpu.database.median(), "us/reading")
            .against("bare upsert", bareCpu.database.median()));
    report.figure(Figure.of(NAME, "readings_per_poll", Payload.KEYS.size(), "readings"));
    TableSizes.report(sql, NAME, report, (long) count * minutes);
  }

  private static double ingest(ServerApi api, long from, int systems) {
    JsonObject run = api.post("/bench/ingest?from=" + from + "&minutes=" + MINUTES_A_ROUND, "{}");
    long readings = run.getJsonNumber("readings").longValue();
    CheckFailedException.unlessEqual(0, run.getInt("failed"), "Failed polls");
    CheckFailedException.unlessEqual(
        (long) systems * MINUTES_A_ROUND * Payload.KEYS.size(), readings, "Readings");
    return readings / (run.getJsonNumber("nanos").longValue() / 1e9);
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
