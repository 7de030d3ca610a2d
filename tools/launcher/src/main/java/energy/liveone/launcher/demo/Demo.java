package energy.liveone.launcher.demo;

import energy.liveone.launcher.demo.LiveOneApi.KnownSystem;
import energy.liveone.launcher.demo.LiveOneApi.Registered;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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
  private final URI server;
  private final LiveOneApi api;
  private final SimulatorControl simulator;
  private final DemoNotes notes;
  private final Account account;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * @param password empty when the launcher does not know it
   */
  public record Account(String email, Optional<String> password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
      return email;
    }
  }

  /**
   * @param simulator base addresses end without a path
   */
  public record Addresses(URI server, URI simulator) {}

  public Demo(
      Addresses addresses,
      Account account,
      DemoNotes notes,
      Clock clock,
      Consumer<String> progress) {
    this.server = addresses.server();
    this.api = new LiveOneApi(addresses.server());
    this.simulator = new SimulatorControl(addresses.simulator());
    this.account = account;
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
    } catch (DemoFailedException e) {
      progress.accept("The demo is not complete: " + e.getMessage());
    }
  }

  void run() {
    Optional<Session> session = session();
    if (session.isEmpty()) {
      progress.accept(
          "The demo systems are left as they are: set LIVEONE_ADMIN_PASSWORD to let the demo sign in as "
              + account);
      keys().forEach(this::startSender);
      return;
    }
    set(session.get());
  }

  private record Session(String token, List<KnownSystem> systems) {}

  /** With the token of an earlier start, else with a new one. */
  private Optional<Session> session() {
    return notes.token().flatMap(this::session).or(() -> signIn().flatMap(this::session));
  }

  private Optional<Session> session(String token) {
    return api.systems(token).map(systems -> new Session(token, systems));
  }

  private Optional<String> signIn() {
    Optional<String> token =
        account.password().flatMap(password -> api.signIn(account.email(), password));
    token.ifPresent(notes::rememberToken);
    return token;
  }

  private void set(Session session) {
    DemoHistory history = new DemoHistory(api, simulator, notes, session.token());
    Map<DemoSystem, Integer> ids = new LinkedHashMap<>();
    for (DemoSystem system : DemoSystem.ALL) {
      Optional<KnownSystem> known =
          session.systems().stream().filter(one -> one.alias().equals(system.alias())).findFirst();
      ids.put(
          system, known.map(KnownSystem::id).orElseGet(() -> register(session.token(), system)));
      Instant now = clock.instant();
      known
          .flatMap(KnownSystem::lastUpdate)
          .ifPresent(last -> history.fillGap(system, ids.get(system), last, now));
      if (notes.liveSince(system).isEmpty()) {
        notes.rememberLiveSince(system, now);
      }
      notes.apiKey(system).ifPresent(key -> startSender(system, key));
    }
    history.importAll(ids);
    if (history.stored() > 0) {
      api.catchUpDays(session.token());
      progress.accept(
          "The demo systems have 7 days of history (%,d readings imported)"
              .formatted(history.stored()));
    }
  }

  private int register(String token, DemoSystem system) {
    Registered registered = api.register(token, system);
    registered.apiKey().ifPresent(key -> notes.rememberApiKey(system, key));
    return registered.id();
  }

  private Map<DemoSystem, String> keys() {
    Map<DemoSystem, String> keys = new LinkedHashMap<>();
    DemoSystem.ALL.forEach(system -> notes.apiKey(system).ifPresent(key -> keys.put(system, key)));
    return keys;
  }

  private void startSender(DemoSystem system, String key) {
    simulator.startSender(system, server, key);
  }
}
