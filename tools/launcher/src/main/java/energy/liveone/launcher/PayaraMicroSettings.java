package energy.liveone.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one Payara Micro runs. Change single values with the {@code with…} methods.
 *
 * @param webArchive the WAR, deployed at {@code /}
 * @param home the data directory of the product; the server uses {@code payara}, {@code logs} and
 *     {@code run} in it
 * @param name names the server's log, directory and grid member; unique in a home
 * @param port HTTP port
 * @param environment configuration and secrets, as environment variables; the database's are added
 */
public record PayaraMicroSettings(
    Path webArchive,
    Path home,
    String name,
    int port,
    DatabaseAccess database,
    Map<String, String> environment,
    DataGrid grid,
    int heapMegabytes) {

  public PayaraMicroSettings {
    webArchive = webArchive.toAbsolutePath();
    home = home.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** A single server on any free port. */
  public static PayaraMicroSettings of(Path webArchive, Path home, DatabaseAccess database) {
    return new PayaraMicroSettings(
        webArchive, home, "server-1", FreePort.any(), database, Map.of(), DataGrid.alone(), 768);
  }

  public PayaraMicroSettings withPort(int newPort) {
    return new PayaraMicroSettings(
        webArchive, home, name, newPort, database, environment, grid, heapMegabytes);
  }

  /** Replaces the environment. */
  public PayaraMicroSettings withEnvironment(Map<String, String> variables) {
    return new PayaraMicroSettings(
        webArchive, home, name, port, database, variables, grid, heapMegabytes);
  }

  public PayaraMicroSettings withMember(String newName, DataGrid newGrid) {
    return new PayaraMicroSettings(
        webArchive, home, newName, port, database, environment, newGrid, heapMegabytes);
  }

  public PayaraMicroSettings withHeapMegabytes(int megabytes) {
    return new PayaraMicroSettings(
        webArchive, home, name, port, database, environment, grid, megabytes);
  }

  Path rootDirectory() {
    return home.resolve("payara").resolve(name);
  }

  Path preBootFile() {
    return home.resolve("payara").resolve(name + "-pre-boot.asadmin");
  }

  Path postBootFile() {
    return home.resolve("payara").resolve(name + "-post-boot.asadmin");
  }

  Path loggingFile() {
    return home.resolve("payara").resolve(name + "-logging.properties");
  }

  /**
   * The newest of the server's own log files, one JSON object a line; {@code %g} counts the older
   * ones.
   */
  Path jsonLog() {
    return home.resolve("logs").resolve(name + "-0.log");
  }

  Map<String, String> wholeEnvironment() {
    Map<String, String> all = new HashMap<>(environment);
    all.put("LIVEONE_DB_URL", database.applicationUrl());
    all.put("LIVEONE_DB_USER", database.user());
    all.put("LIVEONE_DB_PASSWORD", database.password());
    all.put("LIVEONE_BATCH_DB_URL", database.batchUrl());
    all.putIfAbsent("LIVEONE_NODE", name);
    // Beside the database, so that a restored one does not bring back what people deleted.
    all.putIfAbsent("LIVEONE_ERASURES_FILE", home.resolve("erasures").toString());
    // Few allocation arenas: threads by the hundred would otherwise cost 100 MB and more of
    // resident memory.
    all.put("MALLOC_ARENA_MAX", "2");
    return all;
  }

  /** The arguments are visible to every user of the machine, so no secret is among them. */
  List<String> command(Path java, Path payaraMicro, Path driver, List<String> extraJavaOptions) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(javaOptions());
    command.addAll(extraJavaOptions);
    command.addAll(List.of("-jar", payaraMicro.toString()));
    command.addAll(List.of("--rootdir", rootDirectory().toString()));
    command.addAll(List.of("--deploy", webArchive.toString(), "--contextroot", "/"));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--addlibs", driver.toString()));
    command.addAll(List.of("--prebootcommandfile", preBootFile().toString()));
    command.addAll(List.of("--postbootcommandfile", postBootFile().toString()));
    command.addAll(List.of("--logproperties", loggingFile().toString()));
    command.addAll(
        List.of("--name", name, "--clustername", grid.name(), "--clustermode", grid.clusterMode()));
    command.addAll(
        List.of("--interfaces", "127.0.0.1", "--startport", String.valueOf(grid.port())));
    command.add("--disablephonehome");
    return command;
  }

  private List<String> javaOptions() {
    return List.of(
        "-Xms192m",
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseG1GC",
        // Left to itself it collects every ten requests when little else is alive.
        "-XX:NewSize=64m",
        // The driver sends large statements from buffers of a megabyte. In regions of one megabyte
        // each of them would be "humongous" and start a marking of the whole heap.
        "-XX:G1HeapRegionSize=4m",
        // Give memory back when idle instead of keeping the peak of the start. But the application
        // itself is some 110 MB: with a heap close around it, or a marking that starts at the usual
        // 45 %, the collector would mark it all over again twice a second.
        "-XX:MinHeapFreeRatio=30",
        "-XX:MaxHeapFreeRatio=50",
        "-XX:InitiatingHeapOccupancyPercent=70",
        "-XX:G1PeriodicGCInterval=60000",
        "-XX:MaxMetaspaceSize=384m",
        "-XX:ReservedCodeCacheSize=160m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.io.tmpdir=" + temporaryDirectory(),
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Duser.timezone=UTC",
        // The database driver's warnings belong into the server's log, not on its console.
        "-Dmariadb.logging.fallback=JDK",
        // Without this the data grid listens on every address in spite of --interfaces.
        "-Dhazelcast.socket.bind.any=false",
        "-Dhazelcast.phone.home.enabled=false",
        // The grid stores latest values partition by partition, and each partition costs the server
        // a change of context: the usual 271 for a write of 256 systems. Nodes are few here.
        "-Dhazelcast.partition.count=31",
        SerialFilter.option());
  }

  Path temporaryDirectory() {
    return home.resolve("payara").resolve(name + "-tmp");
  }

  /**
   * The HTTP listener: tells nobody what it is, and gives up on requests that arrive too slowly.
   * The application sends {@code X-Frame-Options} itself, and a stricter one.
   */
  List<String> preBootCommands() {
    String http =
        "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";
    String tcp = "configs.config.server-config.network-config.transports.transport.tcp.";
    return List.of(
        "set " + http + "server-header=false",
        "set " + http + "xframe-options=false",
        "set " + http + "xpowered-by=false",
        "set " + http + "trace-enabled=false",
        // DELETE /api/account has a body; otherwise the server refuses it by itself.
        "set " + http + "allow-payload-for-undefined-http-methods=true",
        "set " + http + "max-form-post-size-bytes=262144",
        // Pages; the API and the assets compress their own.
        "set " + http + "compression=on",
        "set " + http + "compressable-mime-type=text/html",
        "set " + http + "compression-min-size-bytes=1024",
        "set " + http + "timeout-seconds=30",
        "set " + http + "request-timeout-seconds=300",
        "set " + tcp + "read-timeout-millis=15000",
        "set " + tcp + "write-timeout-millis=30000");
  }

  /**
   * The pool of the batch job repository, which must outlive the server, so it lies in the
   * product's own schema. Values in {@code ${ENV=…}} are looked up by the server; the backslash
   * keeps asadmin from splitting at the equals sign.
   */
  List<String> postBootCommands() {
    return List.of(
        "create-jdbc-connection-pool --datasourceclassname=org.mariadb.jdbc.MariaDbDataSource"
            + " --restype=javax.sql.DataSource --steadypoolsize=0 --maxpoolsize=16 --idletimeout=120"
            + " --isconnectvalidatereq=true --validationmethod=custom-validation"
            + " --validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation"
            + " --property url=${ENV\\=LIVEONE_BATCH_DB_URL}:user=${ENV\\=LIVEONE_DB_USER}"
            + ":password=${ENV\\=LIVEONE_DB_PASSWORD} liveone-batch",
        "create-jdbc-resource --connectionpoolid=liveone-batch jdbc/liveone-batch",
        "set-batch-runtime-configuration --datasourcelookupname=jdbc/liveone-batch"
            + " --executorservicelookupname=concurrent/__defaultManagedExecutorService --schemaname="
            + database.schema());
  }

  List<String> loggingProperties() {
    String formatter = "fish.payara.enterprise.server.logging.JSONLogFormatter";
    return List.of(
        "handlers=java.util.logging.FileHandler",
        "java.util.logging.FileHandler.pattern=" + home.resolve("logs").resolve(name + "-%g.log"),
        "java.util.logging.FileHandler.limit=16777216",
        "java.util.logging.FileHandler.count=5",
        "java.util.logging.FileHandler.append=true",
        "java.util.logging.FileHandler.encoding=UTF-8",
        "java.util.logging.FileHandler.formatter=" + formatter,
        ".level=INFO",
        "com.hazelcast.level=WARNING",
        "fish.payara.nucleus.util.level=WARNING",
        "org.hibernate.validator.internal.util.Version.level=WARNING",
        // Complains about expired certificates of the JDK's trust store at each start.
        "javax.enterprise.system.security.ssl.level=SEVERE");
  }
}
