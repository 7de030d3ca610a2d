package energy.liveone.launcher.admin;

import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Orders another encryption key and tells how far it is. The server goes on by itself. */
public final class RotateKeyCall {
  private static final String PATH = "/api/admin/encryption-key";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final JsonOverHttp http;
  private final String token;
  private final Consumer<String> out;

  public RotateKeyCall(JsonOverHttp http, String token, Consumer<String> out) {
    this.http = http;
    this.token = token;
    this.out = out;
  }

  /** Returns when everything is sealed with the new key; throws when it was refused. */
  public void run() {
    JsonObject progress =
        http.post(PATH + "/rotate", token, "{}").success("ordering another encryption key");
    String shown = "";
    while (progress.getBoolean("rotating")) {
      shown = show(progress, shown);
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new CallFailedException("it was interrupted; the server goes on by itself");
      }
      progress = http.get(PATH, token).success("asking how far the rotation is");
    }
    out.accept(
        "Everything is sealed with the key of id %s: %d texts. Keep a copy of it; backups of before need the key before"
            .formatted(progress.getString("keyId"), progress.getInt("sealed")));
    if (progress.getInt("unreadable") > 0) {
      out.accept(
          "%d texts open with no key that is here, and stay as they are"
              .formatted(progress.getInt("unreadable")));
    }
  }

  private String show(JsonObject progress, String shown) {
    JsonArray waiting = progress.getJsonArray("waitingFor");
    String line =
        waiting.isEmpty()
            ? "%d of %d texts are still to be sealed anew"
                .formatted(progress.getInt("remaining"), progress.getInt("sealed"))
            : "Waiting until the new key has reached " + waiting;
    if (!line.equals(shown)) {
      out.accept(line);
    }
    return line;
  }
}
