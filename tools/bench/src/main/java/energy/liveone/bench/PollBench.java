package energy.liveone.bench;

import static energy.liveone.bench.CheckFailedException.unlessEqual;

import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.RuntimeFiles;
import energy.liveone.launcher.SimulatorProcess;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Polling as in real life: simulated Selectronic systems that answer after a second, each due every
 * minute. With {@code --max}, more and more of them until one node no longer keeps up.
 */
final class PollBench implements Runnable {
  private static final String NAME = "poll";
  private static final int SYSTEMS = 5_000;
  private static final int MINUTES = 10;
  private static final int WARM_UP_MINUTES = 2;
  private static final List<Integer> STEPS = List.of(5_000, 10_000, 20_000, 30_000, 40_000);
  private static final int MINUTES_A_STEP = 3;
  private static final int FIRST_NUMBER = 100_000;
  private static final int LATENCY_MILLIS = 1_000;
  private static final double LAG_LIMIT_SECONDS = 60;
  private static final double HEAP_LIMIT_MEGABYTES = 1_024;

  private final Options options;
  private final Report report;

  PollBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  @Override
  public void run() {
    try (Workplace workplace = Workplace.open(options, report)) {
      EmbeddedMariaDb database = workplace.startDatabase();
      SimulatorProcess simulator = workplace.startSimulator();
      PayaraMicroProcess server =
          workplace.startServer(
              database,
              RuntimeFiles.locate().webArchive(),
              Map.of("LIVEONE_VENDOR_SELECTRONIC_BASE_URL", simulator.base() + "/selectronic"));
      Node node = new Node(workplace, database, simulator, server);
      if (options.max()) {
        findMax(node);
      } else {
        int systems = options.systems().orElse(SYSTEMS);
        node.grow(systems);
        Outcome outcome = node.watch(options.minutes().orElse(MINUTES));
        outcome.figures().forEach(report::figure);
      }
    }
  }

  private void findMax(Node node) {
    int carried = 0;
    for (int systems : STEPS) {
      node.grow(systems);
      Outcome outcome = node.watch(options.minutes().orElse(MINUTES_A_STEP));
      outcome.figures().forEach(figure -> report.say("  " + figure.toJson()));
      if (!outcome.isGood()) {
        break;
      }
      carried = systems;
    }
    report.figure(Figure.of(NAME, "max_systems", carried, "systems"));
  }

  /** What a stretch of polling came to. */
  private record Outcome(List<Figure> figures) {
    boolean isGood() {
      return figures.stream().allMatch(Figure::ok);
    }
  }

  /** The running installation with its fleet. */
  private final class Node {
    private final Workplace workplace;
    private final EmbeddedMariaDb database;
    private final ServerApi simulator;
    private final PayaraMicroProcess server;
    private final Sql sql;
    private int systems;

    Node(
        Workplace workplace,
        EmbeddedMariaDb database,
        SimulatorProcess simulator,
        PayaraMicroProcess server) {
      this.workplace = workplace;
      this.database = database;
      this.simulator = ServerApi.open(URI.create(simulator.base()));
      this.server = server;
      this.sql = new Sql(Workplace.connect(database));
    }

    /** Adds systems up to this number, all due at once, and waits until they have settled. */
    void grow(int wanted) {
      report.say("Creating systems up to " + wanted);
      int first = FIRST_NUMBER + systems;
      int count = wanted - systems;
      simulator.post(
          "/control/selectronic/fleet",
          "{\"count\":%d,\"firstNumber\":%d,\"latencyMs\":%d}"
              .formatted(count, first, LATENCY_MILLIS));
      new FleetLoader(sql, workplace.encryptionKey()).load(first, count, Instant.now());
      systems = wanted;
      report.say("Polling %d systems, first %d min to settle".formatted(wanted, WARM_UP_MINUTES));
      Pause.millis(Duration.ofMinutes(WARM_UP_MINUTES).toMillis());
    }

    Outcome watch(int minutes) {
      long from = Instant.now().getEpochSecond();
      try (ServerUse use = new ServerUse(server.pid(), database.pid());
          LagWatch lag = new LagWatch(new Sql(Workplace.connect(database)))) {
        for (int minute = 1; minute <= minutes; minute++) {
          Pause.millis(Duration.ofMinutes(1).toMillis());
          report.say("Minute " + minute + " of " + minutes);
        }
        long to = Instant.now().getEpochSecond();
        lag.close();
        // What was begun within the stretch is stored a little later.
        Pause.millis(Duration.ofSeconds(5).toMillis());
        return outcome(new PollCheck(sql, from, to), lag.lags(), use, minutes);
      }
    }

    private Outcome outcome(PollCheck check, Measured lags, ServerUse use, int minutes) {
      unlessEqual(0, check.unaccounted(), "Readings that sessions claim and that are missing");
      unlessEqual(0, check.unaggregated(), "Readings that no 5-minute row counts");
      return new Outcome(
          List.of(
              figure("systems", systems, "systems"),
              figure("attempts", check.attempts() / (60.0 * minutes), "polls/s"),
              figure("missed_minutes", (double) check.missedMinutes(), "minutes").atMost(0),
              figure("failed_polls", (double) check.failures(), "polls").atMost(0),
              figure("polls_without_news", (double) check.repeats(), "polls"),
              figure("lag.p50", lags.percentile(50), "s"),
              figure("lag.p99", lags.percentile(99), "s").atMost(LAG_LIMIT_SECONDS),
              figure("heap_used_max", use.heapMax(), "MB").atMost(HEAP_LIMIT_MEGABYTES),
              figure("resident_max", use.residentMax(), "MB"),
              figure("server_cpu", use.serverCores(), "cores"),
              figure("database_cpu", use.databaseCores(), "cores")));
    }

    private Figure figure(String name, double value, String unit) {
      return Figure.of(NAME, name, value, unit);
    }
  }
}
