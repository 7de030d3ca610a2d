package energy.liveone.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Payara Micro with the product's WAR as a child process. Its directory is made anew at each start:
 * what must survive lies in the database.
 */
public final class PayaraMicroProcess implements AutoCloseable {
  static final Duration STOP_GRACE = Duration.ofSeconds(8);
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final PayaraMicroSettings settings;
  private final ChildProcess process;
  private final ServerLog log;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private PayaraMicroProcess(PayaraMicroSettings settings, ChildProcess process, ServerLog log) {
    this.settings = settings;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a server and waits until the application is ready.
   *
   * @throws StartRefusedException with {@code PortTaken}, or {@code ServerNotReady} and the reason,
   *     after stopping the server
   */
  public static PayaraMicroProcess start(PayaraMicroSettings settings) {
    PayaraMicroProcess server = launch(settings);
    server.awaitReady(START_LIMIT);
    return server;
  }

  /** Starts a server without waiting, so that several can start side by side. */
  public static PayaraMicroProcess launch(PayaraMicroSettings settings) {
    RuntimeFiles files = RuntimeFiles.locate();
    try {
      prepareDirectories(settings);
      ServerLog log = ServerLog.from(settings.jsonLog());
      List<String> command =
          settings.command(
              RuntimeFiles.java(), files.payaraMicro(), files.mariaDbDriver(), extraJavaOptions());
      ChildProcess process =
          ChildProcess.start(
              new ChildProcess.Order(
                  settings.name(), command, settings.wholeEnvironment(), settings.home()));
      return new PayaraMicroProcess(settings, process, log);
    } catch (IOException e) {
      throw new StartRefusedException(
          new StartProblem.NotWritable(settings.home(), DirectoryLock.reason(e)));
    }
  }

  private static void prepareDirectories(PayaraMicroSettings settings) throws IOException {
    DurableFiles.deleteTree(settings.rootDirectory());
    DurableFiles.deleteTree(settings.temporaryDirectory());
    Files.createDirectories(settings.rootDirectory());
    Files.createDirectories(settings.temporaryDirectory());
    Files.write(settings.preBootFile(), settings.preBootCommands());
    Files.write(settings.postBootFile(), settings.postBootCommands());
    Files.write(settings.loggingFile(), settings.loggingProperties());
  }

  /** More options for the server's JVM, for operators who need another heap or a profiler. */
  private static List<String> extraJavaOptions() {
    String options =
        Optional.ofNullable(System.getenv("LIVEONE_SERVER_JAVA_OPTS")).orElse("").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  /**
   * Waits until {@code /health/ready} answers 200 with the application deployed; stops the server
   * when that fails.
   */
  public void awaitReady(Duration limit) {
    awaitReady(limit, line -> {});
  }

  /** Tells {@code progress} every 10 s that it goes on. */
  void awaitReady(Duration limit, Consumer<String> progress) {
    Deadline deadline = Deadline.after(limit);
    Heartbeat heartbeat = new Heartbeat(settings.name() + " is still starting", progress);
    while (!isUp()) {
      Optional<StartProblem> problem = problem();
      if (problem.isEmpty() && deadline.isOver()) {
        problem = Optional.of(notReady("it was not ready within " + limit.toSeconds() + " s"));
      }
      if (problem.isPresent()) {
        process.killHard();
        throw new StartRefusedException(problem.get());
      }
      heartbeat.beat();
      Deadline.pause(Duration.ofMillis(200));
    }
  }

  private boolean isUp() {
    return process.isAlive() && progress() instanceof ServerLog.Booted && isReady();
  }

  private Optional<StartProblem> problem() {
    if (!process.isAlive()) {
      return Optional.of(notReady("its process ended with status " + process.status()));
    }
    ServerLog.Progress progress = progress();
    if (progress instanceof ServerLog.PortTaken) {
      return Optional.of(new StartProblem.PortTaken(settings.port(), "--port"));
    }
    return progress instanceof ServerLog.Failed failed
        ? Optional.of(notReady(failed.reason()))
        : Optional.empty();
  }

  private StartProblem notReady(String reason) {
    return new StartProblem.ServerNotReady(reason, log());
  }

  private ServerLog.Progress progress() {
    try {
      return log.progress();
    } catch (IOException e) {
      return new ServerLog.Failed("its log cannot be read: " + e.getMessage());
    }
  }

  /** Whether {@code GET /health/ready} answers 200 now. */
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(baseUri().resolve("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code http://127.0.0.1:<port>/}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + settings.port() + "/");
  }

  /** The newest log file, JSON lines; what went to standard output lies beside it. */
  public Path log() {
    return Files.exists(settings.jsonLog()) ? settings.jsonLog() : process.log();
  }

  public long pid() {
    return process.pid();
  }

  ChildProcess process() {
    return process;
  }

  /** Completes when the server ends, for whatever reason. */
  CompletableFuture<ChildProcess> onExit() {
    return process.onExit();
  }

  /** Stops the application in order; after 8 s by force. */
  public void stop() {
    process.stop(STOP_GRACE);
  }

  /** {@code kill -9}. */
  public void killHard() {
    process.killHard();
  }

  @Override
  public void close() {
    stop();
  }
}
