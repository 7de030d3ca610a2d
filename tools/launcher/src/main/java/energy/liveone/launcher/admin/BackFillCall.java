package energy.liveone.launcher.admin;

import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Orders a back-fill and tells how far it is until it is over. The server goes on by itself. */
public final class BackFillCall {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final JsonOverHttp http;
  private final String token;
  private final Consumer<String> out;

  public BackFillCall(JsonOverHttp http, String token, Consumer<String> out) {
    this.http = http;
    this.token = token;
    this.out = out;
  }

  /** Returns when all days are done; throws when it was refused, failed or was stopped. */
  public void run(AdminCommand.BackFill command) {
    String path = "/api/admin/systems/" + command.systemId() + "/backfill";
    String body =
        Json.createObjectBuilder()
            .add("from", command.firstDay().toString())
            .add("to", command.lastDay().toString())
            .build()
            .toString();
    JsonObject progress = http.post(path, token, body).success("ordering the back-fill");
    String shown = "";
    while (isActive(progress)) {
      shown = show(progress, shown);
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new CallFailedException("it was interrupted");
      }
      progress = http.get(path, token).success("asking how far the back-fill is");
    }
    show(progress, shown);
    if (!progress.getString("state").equals("done")) {
      throw new CallFailedException(
          "The back-fill ended before all days were done ("
              + progress.getString("state")
              + "): "
              + words(progress));
    }
  }

  private static boolean isActive(JsonObject progress) {
    String state = progress.getString("state");
    return state.equals("running") || state.equals("waiting");
  }

  private String show(JsonObject progress, String shown) {
    String line =
        "%d of %d days, %d values stored, %s%s"
            .formatted(
                progress.getInt("daysDone"),
                progress.getInt("daysTotal"),
                progress.getInt("rowsStored"),
                progress.getString("state"),
                waiting(progress));
    if (!line.equals(shown)) {
      out.accept(line);
    }
    return line;
  }

  private static String waiting(JsonObject progress) {
    return isText(progress, "waitingUntil")
        ? " until %s: %s".formatted(progress.getString("waitingUntil"), words(progress))
        : "";
  }

  private static String words(JsonObject progress) {
    return isText(progress, "message") ? progress.getString("message") : "no reason was given";
  }

  private static boolean isText(JsonObject progress, String field) {
    return progress.containsKey(field)
        && progress.get(field).getValueType() == JsonValue.ValueType.STRING;
  }
}
