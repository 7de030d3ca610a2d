package energy.liveone.bench;

import energy.liveone.bench.FleetLoader.LoadedSystem;
import energy.liveone.bench.HistoryLoader.Depth;
import energy.liveone.bench.PageVisit.Expected;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.RuntimeFiles;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody with 12 systems waits for when opening the dashboard in Chromium: until the first
 * content and until the chart are there, how much is loaded, and whether anything moves or fails
 * when live values come. Against an empty page of the same server, in turns. Browser, server and
 * database share the machine.
 */
final class PageBench implements Runnable {
  private static final String NAME = "page";
  private static final int SYSTEMS = 12;
  private static final int ROUNDS = 9;
  private static final int WARM_UP_ROUNDS = 2;
  private static final int WARM_UP_READS = 300;
  private static final int FIRST_NUMBER = 100_000;
  private static final Depth DEPTH = new Depth(8, 1);
  private static final Tab.Size SIZE = new Tab.Size(1_440, 900);
  private static final List<List<Integer>> COMPOSITES = List.of(List.of(0, 1, 2), List.of(3, 4));

  private final Options options;
  private final Report report;

  PageBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  @Override
  public void run() {
    Path program = Browser.program();
    try (Workplace workplace = Workplace.open(options, report)) {
      Path war = DriverArchive.make(RuntimeFiles.locate().webArchive(), workplace.home());
      EmbeddedMariaDb database = workplace.startDatabase();
      PayaraMicroProcess server =
          workplace.startServer(database, war, Map.of("LIVEONE_POLL_ENABLED", "false"));
      ServerApi api =
          ServerApi.signIn(server.baseUri(), Workplace.ADMIN_EMAIL, workplace.adminPassword());
      Expected expected = load(workplace, new Sql(Workplace.connect(database)), api);
      PageReader reader =
          PageReader.signIn(server.baseUri(), Workplace.ADMIN_EMAIL, workplace.adminPassword());
      report.say("Reading pages until the server is warm");
      for (int i = 0; i < WARM_UP_READS; i++) {
        reader.read("dashboard");
        reader.read("empty");
      }
      Browser browser = workplace.startBrowser(program);
      try (DevTools devTools = DevTools.connect(browser.awaitAddress(workplace.home()))) {
        Reader person = new Reader(devTools, server.baseUri(), reader.cookie(), api, expected);
        measure(person);
      }
    }
  }

  private Expected load(Workplace workplace, Sql sql, ServerApi api) {
    int count = options.systems().orElse(SYSTEMS);
    List<LoadedSystem> systems =
        new FleetLoader(sql, workplace.encryptionKey()).load(FIRST_NUMBER, count, Instant.now());
    long end = Instant.now().getEpochSecond() / 300 * 300;
    new HistoryLoader(sql, report, DEPTH, end).load(systems, IngestBench.pointIds(sql));
    for (List<Integer> places : COMPOSITES) {
      String ids =
          String.join(
              ",",
              places.stream()
                  .map(place -> Integer.toString(systems.get(place % count).id()))
                  .distinct()
                  .toList());
      int number = COMPOSITES.indexOf(places) + 1;
      api.post(
          "/api/composite",
          "{\"name\":\"Home %1$d\",\"slug\":\"home-%1$d\",\"systemIds\":[%2$s]}"
              .formatted(number, ids));
    }
    return new Expected(count, COMPOSITES.size());
  }

  /** Somebody with a browser who is signed in. */
  private record Reader(
      DevTools browser, URI server, String cookie, ServerApi api, Expected expected) {
    Tab newTab() {
      Tab tab = Tab.open(browser, SIZE);
      tab.keep(server, cookie);
      PageVisit.prepare(tab);
      return tab;
    }

    double seeEmptyPage() {
      try (Tab tab = newTab()) {
        return PageVisit.firstContent(tab, server.resolve("empty"));
      }
    }

    PageVisit visit(Tab tab) {
      return PageVisit.of(tab, server.resolve("dashboard"), expected, this::storeValues);
    }

    /** As if all systems had just been polled. */
    private void storeValues(long second) {
      JsonObject run = api.post("/api/bench/ingest?minutes=1&from=" + second, "{}");
      CheckFailedException.unlessEqual(0, run.getInt("failed"), "Failed polls");
    }
  }

  private void measure(Reader reader) {
    PageFigures figures = new PageFigures(NAME);
    int rounds = options.rounds().orElse(ROUNDS);
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      double empty = reader.seeEmptyPage();
      try (Tab tab = reader.newTab()) {
        PageVisit first = reader.visit(tab);
        String loaded = tab.traffic().byKind();
        tab.go(URI.create("about:blank"));
        PageVisit second = reader.visit(tab);
        if (round >= 0) {
          figures.add(empty, first, second);
        }
        report.say(
            "%s: empty page %.0f ms%n  first visit %s (%s)%n  second visit %s (%s)"
                .formatted(
                    round < 0 ? "Warm-up" : "Round " + (round + 1),
                    empty,
                    first,
                    loaded,
                    second,
                    tab.traffic().byKind()));
      }
    }
    figures.all().forEach(report::figure);
  }
}
