package energy.liveone.launcher;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from the server's JSON log how a start is going. Only this tells a server without its
 * application from one that is still deploying: Payara Micro keeps running after a failed
 * deployment.
 */
final class ServerLog {
  /** Written by the application when it refuses to start, in words for the operator. */
  private static final String REFUSED = "LIVEONE-START-REFUSED:";

  private static final Pattern REFUSED_COMMAND = Pattern.compile("Boot Command ([\\w-]+) failed");

  private static final Pattern CAUSE =
      Pattern.compile("(?m)^Caused by: ([\\w.$]+)(?:: ([^\\n]+))?");

  private final Path file;
  private final long start;

  private ServerLog(Path file, long start) {
    this.file = file;
    this.start = start;
  }

  /** What is written from now on. */
  static ServerLog from(Path file) throws IOException {
    return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  sealed interface Progress {}

  record Starting() implements Progress {}

  record Booted() implements Progress {}

  record Failed(String reason) implements Progress {}

  /** Another program listens on the server's port, or a connection of one ends there. */
  record PortTaken() implements Progress {}

  Progress progress() throws IOException {
    List<JsonObject> events = events();
    if (events.stream().map(ServerLog::message).anyMatch(ServerLog::saysThatDeploymentFailed)) {
      return new Failed(reason(events));
    }
    Optional<String> gaveUp = events.stream().flatMap(event -> gaveUp(event).stream()).findFirst();
    if (gaveUp.isPresent()) {
      return gaveUp.get().contains("java.net.BindException")
          ? new PortTaken()
          : new Failed(oneLine(gaveUp.get().lines().findFirst().orElse("")));
    }
    Optional<String> refusedCommand =
        events.stream().flatMap(event -> refusedCommand(event).stream()).findFirst();
    if (refusedCommand.isPresent()) {
      return new Failed("it refused the start command " + refusedCommand.get());
    }
    boolean booted =
        events.stream()
            .map(ServerLog::message)
            .anyMatch(text -> text.matches("Payara Micro .* ready in .*"));
    return booted ? new Booted() : new Starting();
  }

  private static boolean saysThatDeploymentFailed(String message) {
    return message.contains("Exception while loading the app")
        || message.contains("Error occurred during deployment")
        || message.contains("Failed to deploy")
        || message.contains("Exception while deploying the app");
  }

  /**
   * Why the server gave up before it looked at the application; its process goes on all the same.
   */
  private static Optional<String> gaveUp(JsonObject event) {
    return throwable(event, "Exception").contains("Shutting down server due to startup exception")
        ? Optional.of(throwable(event, "StackTrace"))
        : Optional.empty();
  }

  /**
   * Without its job repository the server would run and lose jobs, so a refused command is a failed
   * start.
   */
  private static Optional<String> refusedCommand(JsonObject event) {
    Matcher matcher = REFUSED_COMMAND.matcher(message(event) + throwable(event, "Exception"));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The application's own words if it gave any, else the innermost cause of the last failure. */
  private static String reason(List<JsonObject> events) {
    Optional<String> refusal =
        events.stream()
            .map(ServerLog::message)
            .filter(text -> text.contains(REFUSED))
            .map(text -> text.substring(text.indexOf(REFUSED) + REFUSED.length()))
            .findFirst();
    return oneLine(
        refusal.or(() -> innermostCause(events)).orElse("the application could not be deployed"));
  }

  private static Optional<String> innermostCause(List<JsonObject> events) {
    return events.stream()
        .flatMap(event -> lastCause(throwable(event, "StackTrace")).stream())
        .findFirst();
  }

  private static Optional<String> lastCause(String trace) {
    Matcher matcher = CAUSE.matcher(trace);
    String cause = null;
    while (matcher.find()) {
      cause = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
    }
    return Optional.ofNullable(cause);
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    String shortened = line.length() > 600 ? line.substring(0, 600) + " …" : line;
    return shortened.endsWith(".") ? shortened.substring(0, shortened.length() - 1) : shortened;
  }

  private static String message(JsonObject event) {
    return event.get("LogMessage") instanceof JsonString text ? text.getString() : "";
  }

  private static String throwable(JsonObject event, String part) {
    JsonValue throwable = event.get("Throwable");
    return throwable == null || throwable.getValueType() != JsonValue.ValueType.OBJECT
        ? ""
        : throwable.asJsonObject().getString(part, "");
  }

  private List<JsonObject> events() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      // A shorter file is a new one: the server began it because the old one was full.
      in.skipNBytes(Files.size(file) >= start ? start : 0);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().flatMap(line -> parsed(line).stream()).toList();
    }
  }

  /** The last line may be half written. */
  private static Optional<JsonObject> parsed(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return Optional.of(reader.readObject());
    } catch (JsonException incomplete) {
      return Optional.empty();
    }
  }
}
