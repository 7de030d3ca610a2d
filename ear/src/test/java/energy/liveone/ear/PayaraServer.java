package energy.liveone.ear;

import energy.liveone.launcher.RuntimeFiles;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A fresh domain of an unpacked Payara Server, on ports of its own. */
final class PayaraServer implements AutoCloseable {
  private static final int HTTP = 80;
  private static final int ADMIN = 48;

  /** Highest of the ports that a domain takes, counted from its base. */
  private static final int LAST = 90;

  private static final int FIRST_BASE = 20_000;
  private static final int LAST_BASE = 32_000;

  private static final String DOMAIN = "liveone";

  private final Path domain;
  private final Path scratch;
  private final Map<String, String> environment;
  private final int base;

  private PayaraServer(Path home, Path scratch, Map<String, String> environment, int base) {
    this.domain = home.resolve("glassfish/domains").resolve(DOMAIN);
    this.scratch = scratch;
    this.environment = new HashMap<>(environment);
    this.base = base;
    this.environment.put("AS_ADMIN_PORT", String.valueOf(base + ADMIN));
    this.environment.put("DOMAIN", DOMAIN);
    this.environment.put("AS_JAVA", System.getProperty("java.home"));
    this.environment.put(
        "PATH", home.resolve("bin") + File.pathSeparator + System.getenv().get("PATH"));
  }

  /**
   * @param home the unpacked distribution
   * @param scratch an empty directory
   * @param environment what the server's process is told, and the variables of shell commands
   */
  static PayaraServer start(Path home, Path scratch, Map<String, String> environment)
      throws IOException, InterruptedException {
    PayaraServer server = new PayaraServer(home, scratch, environment, freeBase());
    server.forgetDomain();
    server.run(
        "asadmin create-domain --nopassword --savelogin=false --checkports=true --portbase=%d %s"
            .formatted(server.base, DOMAIN));
    try {
      server.run("asadmin start-domain --timeout 600 " + DOMAIN);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  String url() {
    return "http://127.0.0.1:" + (base + HTTP);
  }

  /** Runs shell commands, each of which must succeed; answers their output. */
  String run(String commands) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-euc", commands).redirectErrorStream(true);
    shell.environment().putAll(environment);
    // The server inherits these streams, so a file, of which no end is awaited.
    Path output = Files.createTempFile(scratch, "commands", ".txt");
    Process process = shell.redirectOutput(output.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Not finished: " + commands + "\n" + Files.readString(output));
    }
    String text = Files.readString(output);
    System.out.println("$ " + commands + "\n" + text);
    if (process.exitValue() != 0) {
      throw new IOException("Failed: " + commands + "\n" + text + "\n" + log());
    }
    return text;
  }

  /** Stops the domain; what is left of it is ended by its process id. The logs stay. */
  @Override
  public void close() throws IOException {
    try {
      run("asadmin stop-domain " + DOMAIN);
    } catch (IOException e) {
      System.out.println("The domain did not stop by itself: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      endProcess();
    }
  }

  /** Of an earlier run that did not come to its end. */
  private void forgetDomain() throws IOException, InterruptedException {
    if (Files.exists(domain)) {
      run("rm -rf '%s'".formatted(domain));
    }
  }

  private void endProcess() throws IOException {
    Path pid = domain.resolve("config/pid");
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .filter(process -> process.info().command().orElse("").endsWith("java"))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private String log() throws IOException {
    Path log = domain.resolve("logs/server.log");
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 200), lines.size()));
  }

  /** Below the ports that outgoing connections get, which come and go while the domain is made. */
  private static int freeBase() {
    return ThreadLocalRandom.current()
        .ints(100, FIRST_BASE, LAST_BASE)
        .filter(base -> IntStream.rangeClosed(base, base + LAST).allMatch(PayaraServer::isFree))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No room for a domain's ports"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket tried = new ServerSocket(port)) {
      return tried.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Where the build unpacked the distribution. */
  static Path unpacked() {
    return RuntimeFiles.locate().root().resolve("ear/target/payara/payara6");
  }
}
