package energy.liveone.launcher.admin;

import energy.liveone.launcher.admin.AdminCommand.Scope;
import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** Carries commands out on the server and says what came of them. */
public final class AdminCalls {
  private final JsonOverHttp http;
  private final String token;
  private final Consumer<String> out;

  public AdminCalls(JsonOverHttp http, String token, Consumer<String> out) {
    this.http = http;
    this.token = token;
    this.out = out;
  }

  /**
   * @param password of the new account
   */
  public void addUser(AdminCommand.AddUser command, String password) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("action", "add")
            .add("email", command.email())
            .add("role", command.admin() ? "ADMIN" : "USER")
            .add("password", password);
    var unused = post("/api/admin/users", body, "adding " + command.email());
    out.accept("Added " + command.email());
  }

  public void changePassword(AdminCommand.ChangePassword command, String password) {
    int id =
        get("/api/admin/users", "listing the users")
            .getJsonArray("data")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(user -> user.getString("email").equalsIgnoreCase(command.email()))
            .findFirst()
            .orElseThrow(() -> new CallFailedException("There is no user " + command.email()))
            .getInt("id");
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("action", "password")
            .add("userId", id)
            .add("password", password);
    var unused = post("/api/admin/users", body, "changing the password");
    out.accept("Changed the password of " + command.email());
  }

  /**
   * @return whether every row agrees with the raw readings
   */
  public boolean verify(Scope scope) {
    JsonObject answer = post("/api/admin/aggregates/verify", body(scope), "verifying");
    out.accept(
        "%d systems from %s to %s: %d rows compared, %d different, %d systems left out because late data is being worked in"
            .formatted(
                answer.getInt("systems"),
                answer.getString("from"),
                answer.getString("to"),
                answer.getInt("compared"),
                answer.getInt("different"),
                answer.getInt("pending")));
    answer
        .getJsonArray("examples")
        .getValuesAs(JsonString.class)
        .forEach(line -> out.accept("  " + line.getString()));
    return answer.getBoolean("success");
  }

  public void reaggregate(Scope scope) {
    JsonObject answer =
        post("/api/admin/aggregates/remake", body(scope), "asking for new aggregates");
    out.accept(
        "Aggregates of %d systems from %s to %s are being made again"
            .formatted(answer.getInt("systems"), answer.getString("from"), answer.getString("to")));
  }

  private JsonObjectBuilder body(Scope scope) {
    JsonObjectBuilder body = Json.createObjectBuilder();
    scope.system().ifPresent(id -> body.add("systemId", id));
    if (scope.from().isPresent() || scope.to().isPresent()) {
      ZoneId zone = scope.system().map(this::zoneOf).orElse(ZoneOffset.UTC);
      scope.from().ifPresent(day -> body.add("from", midnight(day, zone)));
      scope.to().ifPresent(day -> body.add("to", midnight(day.plusDays(1), zone)));
    }
    return body;
  }

  private static String midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toString();
  }

  private ZoneId zoneOf(int systemId) {
    return get("/api/data/systems", "listing the systems")
        .getJsonArray("data")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(system -> system.getInt("id") == systemId)
        .findFirst()
        .map(system -> ZoneId.of(system.getString("displayTimezone")))
        .orElseThrow(() -> new CallFailedException("There is no system " + systemId));
  }

  private JsonObject get(String path, String what) {
    return http.get(path, token).success(what);
  }

  private JsonObject post(String path, JsonObjectBuilder body, String what) {
    return http.post(path, token, body.build().toString()).success(what);
  }
}
