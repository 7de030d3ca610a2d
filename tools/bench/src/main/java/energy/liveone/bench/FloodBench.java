package energy.liveone.bench;

import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.RuntimeFiles;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What somebody who is signed in notices of 10,000 sign-ins with wrong passwords within a minute,
 * half of them at that person's own account, from 200 addresses: how long the dashboard takes
 * before and meanwhile. Flood and reader share the machine with the server.
 */
final class FloodBench implements Runnable {
  private static final String NAME = "flood";
  private static final int SYSTEMS = 12;
  private static final int FIRST_NUMBER = 100_000;
  private static final int ROUNDS = 400;
  private static final int WARM_UP_ROUNDS = 300;
  private static final int ATTEMPTS = 10_000;
  private static final Duration LENGTH = Duration.ofMinutes(1);
  private static final Duration OWNER_WAITS = Duration.ofMinutes(6);

  /** What people begin to notice. */
  private static final double NOTICED_MILLIS = 100;

  private final Options options;
  private final Report report;

  FloodBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  @Override
  public void run() {
    try (Workplace workplace = Workplace.open(options, report)) {
      EmbeddedMariaDb database = workplace.startDatabase();
      PayaraMicroProcess server =
          workplace.startServer(
              database,
              RuntimeFiles.locate().webArchive(),
              Map.of(
                  "LIVEONE_POLL_ENABLED", "false",
                  // The limits as they are delivered.
                  "LIVEONE_RATE_PER_ADDRESS", "200",
                  "LIVEONE_RATE_PER_CALLER", "100"));
      new FleetLoader(new Sql(Workplace.connect(database)), workplace.encryptionKey())
          .load(FIRST_NUMBER, options.systems().orElse(SYSTEMS), null);
      measure(server.baseUri(), workplace.adminPassword());
    }
  }

  private void measure(URI server, String password) {
    PageReader reader = PageReader.signIn(server, Workplace.ADMIN_EMAIL, password);
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      reader.read("dashboard");
    }
    report.say("Reading the dashboard in peace");
    Measured before = new Measured();
    for (int i = 0; i < options.rounds().orElse(ROUNDS); i++) {
      before.add(reader.read("dashboard"));
    }
    report.say("Reading it during the flood");
    Measured meanwhile = new Measured();
    Flood flood = Flood.begin(server, Workplace.ADMIN_EMAIL, ATTEMPTS, LENGTH);
    long start = System.nanoTime();
    while (!flood.isOver()) {
      meanwhile.add(reader.read("dashboard"));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    flood
        .answers()
        .forEach(
            (status, count) ->
                report.figure(Figure.of(NAME, "answered." + status, count, "sign-ins")));
    report.figure(Figure.of(NAME, "attempts", ATTEMPTS / seconds * 60, "sign-ins/min"));
    report.figure(
        Figure.of(NAME, "dashboard.p50", meanwhile.percentile(50), "ms")
            .against("in peace", before.percentile(50)));
    report.figure(
        Figure.of(NAME, "dashboard.p95", meanwhile.percentile(95), "ms")
            .against("in peace", before.percentile(95))
            .atMost(before.percentile(95) + NOTICED_MILLIS));
    report.figure(
        Figure.of(NAME, "owner_waits", ownerWaits(server, password), "s")
            .atMost((double) OWNER_WAITS.toSeconds()));
  }

  /** How long after the flood its victim has to wait for signing in, from the address as always. */
  private static double ownerWaits(URI server, String password) {
    long start = System.nanoTime();
    while (!PageReader.mayEnter(server, Workplace.ADMIN_EMAIL, password)) {
      CheckFailedException.unless(
          System.nanoTime() - start < OWNER_WAITS.toNanos(), "The owner is locked out");
      Pause.millis(500);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
