package energy.liveone.launcher.demo;

import energy.liveone.launcher.client.AdminSession;
import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import energy.liveone.launcher.demo.LiveOneApi.KnownSystem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pauses the demo's systems when the data directory of a demo is used without it: there are no
 * simulated vendors then, and the real ones must not be asked for homes that do not exist. The next
 * start with the demo goes on with them.
 */
public final class DemoPause {
  private final LiveOneApi api;
  private final AdminSession session;
  private final Consumer<String> progress;

  public DemoPause(URI server, AdminSession session, Consumer<String> progress) {
    this.api = new LiveOneApi(new JsonOverHttp(server));
    this.session = session;
    this.progress = progress;
  }

  /** Pauses what is there of the demo and says so; a failure is told and stops nothing. */
  public void run() {
    Optional<String> token = session.token();
    if (token.isEmpty()) {
      progress.accept(
          "The demo's systems in this data directory will ask the real vendors: pause or delete them,"
              + " or choose another directory with --data");
      return;
    }
    try {
      pause(token.get());
    } catch (CallFailedException e) {
      progress.accept("The demo's systems could not be paused: " + e.getMessage());
    }
  }

  private void pause(String token) {
    List<KnownSystem> active =
        api.systems(token).stream()
            .filter(known -> DemoSystem.ALL.stream().anyMatch(known::is))
            .filter(known -> !known.status().equals("paused"))
            .toList();
    active.forEach(known -> api.changeStatus(token, known.id(), "paused"));
    if (!active.isEmpty()) {
      progress.accept("The demo's systems in this data directory are paused");
    }
  }
}
