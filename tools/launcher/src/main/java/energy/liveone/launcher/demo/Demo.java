package energy.liveone.launcher.demo;

import energy.liveone.launcher.client.AdminSession;
import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import energy.liveone.launcher.demo.LiveOneApi.KnownSystem;
import energy.liveone.launcher.demo.LiveOneApi.Registered;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sets the demo up or goes on with it: systems that are there (found by their alias) are left
 * alone, senders get their keys again, and history is imported as far as it is missing. A failure
 * is told and harms nothing else.
 */
public final class Demo {
  private static final int IMPORT_TRIES = 4;

  private final URI server;
  private final LiveOneApi api;
  private final SimulatorControl simulator;
  private final AdminSession session;
  private final DemoNotes notes;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * @param simulator base addresses end without a path
   */
  public record Addresses(URI server, URI simulator) {}

  public Demo(
      Addresses addresses,
      AdminSession session,
      DemoNotes notes,
      Clock clock,
      Consumer<String> progress) {
    this.server = addresses.server();
    this.api = new LiveOneApi(new JsonOverHttp(addresses.server()));
    this.simulator = new SimulatorControl(addresses.simulator());
    this.session = session;
    this.notes = notes;
    this.clock = clock;
    this.progress = progress;
  }

  /** Returns at once; ends with the program. */
  public void runInBackground() {
    Thread thread = new Thread(this::runAndTell, "demo");
    thread.setDaemon(true);
    thread.start();
  }

  private void runAndTell() {
    try {
      run();
    } catch (CallFailedException e) {
      progress.accept("The demo is not complete: " + e.getMessage());
    }
  }

  void run() {
    Optional<String> token = session.token();
    if (token.isPresent()) {
      goOn(token.get());
      return;
    }
    progress.accept(
        "The demo systems are left as they are: set LIVEONE_ADMIN_PASSWORD to let the demo sign in");
    DemoSystem.ALL.forEach(this::startSender);
  }

  private void goOn(String token) {
    List<KnownSystem> present = api.systems(token);
    DemoHistory history = new DemoHistory(api, simulator, notes, token);
    Map<String, Integer> ids = new HashMap<>();
    Map<DemoSystem, Integer> imported = new LinkedHashMap<>();
    for (DemoSystem system : DemoSystem.ALL) {
      try {
        int id = goOn(token, system, present, history);
        ids.put(system.alias(), id);
        if (system.isImported()) {
          imported.put(system, id);
        }
      } catch (CallFailedException e) {
        // One vendor must not take the others' systems with it.
        progress.accept("The demo lacks " + system.displayName() + ": " + e.getMessage());
      }
    }
    new DemoHome(api, notes, token, progress).make(ids);
    importAll(token, history, imported);
  }

  private void importAll(String token, DemoHistory history, Map<DemoSystem, Integer> systems) {
    Optional<String> missing = history.importAll(systems);
    for (int tries = 1; missing.isPresent() && tries < IMPORT_TRIES; tries++) {
      api.poll(token);
      missing = history.importAll(systems);
    }
    if (history.anyImported()) {
      api.catchUpDays(token);
    }
    if (missing.isPresent()) {
      progress.accept("The demo is not complete: " + missing.get());
    } else if (history.anyImported()) {
      progress.accept(
          "The demo systems have 7 days of history (%,d readings imported)"
              .formatted(history.stored()));
    }
  }

  private int goOn(
      String token, DemoSystem system, List<KnownSystem> present, DemoHistory history) {
    Optional<KnownSystem> known = present.stream().filter(one -> one.is(system)).findFirst();
    int id = known.map(KnownSystem::id).orElseGet(() -> register(token, system));
    known
        .filter(one -> one.status().equals("paused"))
        .ifPresent(one -> api.changeStatus(token, id, "active"));
    Instant now = clock.instant();
    if (system.isImported()) {
      known
          .flatMap(KnownSystem::lastUpdate)
          .ifPresent(last -> history.fillGap(system, id, last, now));
    }
    if (notes.liveSince(system).isEmpty()) {
      notes.rememberLiveSince(system, now);
    }
    startSender(system);
    return id;
  }

  private int register(String token, DemoSystem system) {
    Registered registered =
        system.access() == DemoSystem.Access.GRANTED
            ? api.registerGranted(
                token, system, new DemoGrant(server).obtain(token, system.vendorType()))
            : api.register(token, system);
    registered.apiKey().ifPresent(key -> notes.rememberApiKey(system, key));
    return registered.id();
  }

  /** Only systems whose vendor pushes have a key. */
  private void startSender(DemoSystem system) {
    notes.apiKey(system).ifPresent(key -> simulator.startSender(system, server, key));
  }
}
