package energy.liveone.launcher;

import energy.liveone.launcher.client.JsonOverHttp;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The simulated vendors as a child process. They keep nothing: the same seed gives the same homes
 * and weather at each start.
 */
public final class SimulatorProcess implements AutoCloseable {
  static final String NAME = "simulator";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);

  private final ChildProcess process;
  private final int port;

  private SimulatorProcess(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param home the data directory, for log and run note
   * @param port 0 for any free one
   * @return when the simulator answers
   */
  public static SimulatorProcess start(Path home, int port) {
    int listenOn = port == 0 ? FreePort.any() : port;
    List<String> command =
        List.of(
            RuntimeFiles.java().toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-jar",
            RuntimeFiles.locate().simulator().toString(),
            "--port",
            String.valueOf(listenOn));
    try {
      ChildProcess process =
          ChildProcess.start(new ChildProcess.Order(NAME, command, Map.of(), home));
      SimulatorProcess simulator = new SimulatorProcess(process, listenOn);
      simulator.awaitHealth();
      return simulator;
    } catch (IOException e) {
      throw new StartRefusedException(new StartProblem.NotWritable(home, DirectoryLock.reason(e)));
    }
  }

  private void awaitHealth() {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    Deadline deadline = Deadline.after(START_LIMIT);
    while (!isHealthy(http)) {
      if (!process.isAlive() || deadline.isOver()) {
        process.killHard();
        throw new StartRefusedException(
            new StartProblem.ChildDied(NAME, process.status(), process.log()));
      }
      Deadline.pause(Duration.ofMillis(100));
    }
  }

  private boolean isHealthy(HttpClient http) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base() + "/control/health"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code http://127.0.0.1:<port>}, without a slash at its end. */
  public String base() {
    return "http://127.0.0.1:" + port;
  }

  /** The environment variables by which a server finds each simulated vendor in its place. */
  public Map<String, String> baseUrls() {
    return new JsonOverHttp(URI.create(base()))
            .get("/control/health", "")
            .success("asking for the simulated vendors")
            .getJsonArray("vendors")
            .getValuesAs(JsonString::getString)
            .stream()
            .collect(
                Collectors.toMap(
                    vendor -> "LIVEONE_VENDOR_" + vendor.toUpperCase(Locale.ROOT) + "_BASE_URL",
                    vendor -> base() + "/" + vendor));
  }

  ChildProcess process() {
    return process;
  }

  public void stop() {
    process.stop(STOP_GRACE);
  }

  @Override
  public void close() {
    stop();
  }
}
