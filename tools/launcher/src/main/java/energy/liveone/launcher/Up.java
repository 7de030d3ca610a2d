package energy.liveone.launcher;

import energy.liveone.launcher.client.AdminSession;
import energy.liveone.launcher.client.JsonOverHttp;
import energy.liveone.launcher.demo.Demo;
import energy.liveone.launcher.demo.DemoNotes;
import energy.liveone.launcher.demo.DemoPause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code liveone up}: starts everything, says when it is ready, and stays until a signal or the end
 * of a process.
 */
final class Up {
  private static final Duration SERVER_LIMIT = Duration.ofMinutes(5);

  private final UpOptions options;
  private final Map<String, String> environment;
  private final Console console;
  private final Secrets secrets;
  private final Instance instance = new Instance();

  Up(UpOptions options, Map<String, String> environment, Console console) {
    this.options = options;
    this.environment = environment;
    this.console = console;
    this.secrets = new Secrets(options.data().resolve("secrets"));
  }

  /**
   * @throws StartRefusedException when it could not start, or when a process died later; everything
   *     is stopped then
   */
  void run() {
    DirectoryLock lock = DirectoryLock.take(options.data());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop"));
    try {
      start();
      awaitDeath();
    } catch (RuntimeException e) {
      if (instance.isStopping()) {
        Deadline.pause(Duration.ofMinutes(1));
      }
      instance.stop();
      throw e;
    } finally {
      lock.close();
    }
  }

  private void stopOnSignal() {
    if (!instance.isStopping()) {
      console.say("Stopping");
      instance.stop();
      console.say("Stopped");
    }
  }

  private void start() {
    stopLeftovers();
    refuseTakenPorts();
    FirstAdmin admin = FirstAdmin.of(environment, secrets);
    DatabaseAccess database = startDatabase();
    Optional<SimulatorProcess> simulator = startSimulator();
    List<PayaraMicroProcess> servers =
        startServers(
            database,
            ServerEnvironment.of(
                environment,
                secrets,
                admin,
                simulator.map(SimulatorProcess::baseUrls).orElse(Map.of()),
                options.port()));
    admin.remember(secrets);
    ServerAddress.write(options.data(), servers.get(0).baseUri());
    sayReady(admin);
    AdminSession session =
        new AdminSession(
            new JsonOverHttp(servers.get(0).baseUri()),
            new AdminSession.Account(admin.email(), admin.password()),
            secrets.adminToken());
    simulator.ifPresentOrElse(
        running -> startDemo(servers.get(0), running, session),
        () -> pauseDemo(servers.get(0), session));
  }

  private void pauseDemo(PayaraMicroProcess server, AdminSession session) {
    if (secrets.read("demo").isPresent()) {
      new DemoPause(server.baseUri(), session, console::say).run();
    }
  }

  private void startDemo(
      PayaraMicroProcess server, SimulatorProcess simulator, AdminSession session) {
    DemoNotes notes = new DemoNotes(secrets.read("demo"), text -> secrets.write("demo", text));
    new Demo(
            new Demo.Addresses(server.baseUri(), URI.create(simulator.base())),
            session,
            notes,
            Clock.systemUTC(),
            console::say)
        .runInBackground();
  }

  private void stopLeftovers() {
    List<String> names = new ArrayList<>();
    IntStream.rangeClosed(1, 8).mapToObj(i -> "server-" + i).forEach(names::add);
    names.add(SimulatorProcess.NAME);
    for (String name : names) {
      ChildProcess.Order order = new ChildProcess.Order(name, List.of(), Map.of(), options.data());
      if (ChildProcess.stopLeftover(order, PayaraMicroProcess.STOP_GRACE)) {
        console.say("Stopped the " + name + " that an earlier run left behind");
      }
    }
  }

  private void refuseTakenPorts() {
    for (int port = options.port(); port < options.port() + options.nodes(); port++) {
      refuseTaken(port, "--port");
    }
    if (options.demo() && options.simulatorPort() != 0) {
      refuseTaken(options.simulatorPort(), "--sim-port");
    }
  }

  private static void refuseTaken(int port, String option) {
    if (!FreePort.isFree(port)) {
      throw new StartRefusedException(new StartProblem.PortTaken(port, option));
    }
  }

  private DatabaseAccess startDatabase() {
    if (options.externalDatabase().isPresent()) {
      ExternalDatabase.check(options.externalDatabase().get());
      return options.externalDatabase().get();
    }
    console.say("Starting the database");
    return DatabaseAccess.of(
        instance.add(EmbeddedMariaDb.start(MariaDbSettings.of(options.data()), console::say)));
  }

  private Optional<SimulatorProcess> startSimulator() {
    if (!options.demo()) {
      return Optional.empty();
    }
    console.say("Starting the simulated vendors");
    return Optional.of(
        instance.add(SimulatorProcess.start(options.data(), options.simulatorPort())));
  }

  private List<PayaraMicroProcess> startServers(
      DatabaseAccess database, Map<String, String> serverEnvironment) {
    console.say(
        options.nodes() == 1 ? "Starting the server" : "Starting " + options.nodes() + " servers");
    List<DataGrid> grids = DataGrid.of(options.nodes());
    PayaraMicroSettings common =
        PayaraMicroSettings.of(RuntimeFiles.locate().webArchive(), options.data(), database)
            .withEnvironment(serverEnvironment);
    List<PayaraMicroProcess> servers = new ArrayList<>();
    for (int i = 0; i < options.nodes(); i++) {
      PayaraMicroSettings settings =
          common.withPort(options.port() + i).withMember("server-" + (i + 1), grids.get(i));
      servers.add(instance.add(PayaraMicroProcess.launch(settings)));
    }
    servers.forEach(server -> server.awaitReady(SERVER_LIMIT, console::say));
    return servers;
  }

  private void sayReady(FirstAdmin admin) {
    if (admin.madeUp()) {
      console.say(
          "Password of "
              + admin.email()
              + ": "
              + admin.password().orElseThrow()
              + " (made up now and shown only this once)");
    }
    console.say(
        "LiveOne EE is ready: http://localhost:"
            + options.port()
            + "/ as "
            + admin.email()
            + ", data in "
            + options.data());
  }

  /** A process that ends because all are being stopped is no death to tell. */
  private void awaitDeath() {
    ChildProcess dead = instance.firstDeath().join();
    Deadline.pause(Duration.ofMillis(300));
    throw new StartRefusedException(
        new StartProblem.ChildDied(nameOf(dead), dead.status(), dead.log()));
  }

  private static String nameOf(ChildProcess process) {
    return process.name().equals("mariadb") ? "database" : process.name();
  }
}
