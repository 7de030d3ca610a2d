package energy.liveone.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of the public API that the demo needs. */
final class LiveOneApi {
  private final JsonOverHttp http;

  LiveOneApi(URI server) {
    this.http = new JsonOverHttp(server);
  }

  /**
   * @param lastUpdate device time of the newest reading; empty when there is none
   */
  record KnownSystem(int id, String alias, Optional<Instant> lastUpdate) {}

  /**
   * @param apiKey for vendors that push, told once
   */
  record Registered(int id, Optional<String> apiKey) {}

  record Imported(int stored, int rejected) {}

  /** A token for this user, or empty when the password is not the right one. */
  Optional<String> signIn(String email, String password) {
    String body =
        Json.createObjectBuilder().add("email", email).add("password", password).build().toString();
    JsonOverHttp.Reply reply = http.post("/api/auth/token", "", body);
    return reply.isSuccess()
        ? Optional.of(reply.json().asJsonObject().getString("token"))
        : Optional.empty();
  }

  /** The systems that this token sees, or empty when it is not accepted any more. */
  Optional<List<KnownSystem>> systems(String token) {
    JsonOverHttp.Reply reply = http.get("/api/data/systems", token);
    if (reply.status() == 401 || reply.status() == 403) {
      return Optional.empty();
    }
    JsonObject document = success(reply, "listing the systems").asJsonObject();
    return Optional.of(
        document.getJsonArray("data").getValuesAs(JsonObject.class).stream()
            .map(LiveOneApi::known)
            .toList());
  }

  private static KnownSystem known(JsonObject system) {
    String alias = system.get("alias") instanceof JsonString text ? text.getString() : "";
    return new KnownSystem(system.getInt("id"), alias, instant(system.get("lastUpdate")));
  }

  /** Epoch seconds or ISO-8601: the original shapes use the one, new ones the other. */
  private static Optional<Instant> instant(@Nullable JsonValue value) {
    if (value instanceof JsonNumber seconds) {
      return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
    }
    if (!(value instanceof JsonString text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.getString()).toInstant());
    } catch (DateTimeParseException e) {
      throw new DemoFailedException("lastUpdate is no time: " + text);
    }
  }

  Registered register(String token, DemoSystem system) {
    var credentials = Json.createObjectBuilder();
    system.credentials().forEach(credentials::add);
    JsonObject body =
        Json.createObjectBuilder()
            .add("vendorType", system.vendorType())
            .add("displayName", system.displayName())
            .add("alias", system.alias())
            .add("displayTimezone", system.timeZone())
            .add("credentials", credentials)
            .add("options", Json.createObjectBuilder())
            .build();
    JsonObject reply =
        success(http.post("/api/setup", token, body.toString()), "adding " + system.alias())
            .asJsonObject();
    Optional<String> key =
        Optional.ofNullable(reply.getJsonObject("secrets"))
            .map(secrets -> secrets.getString("apiKey"));
    return new Registered(reply.getInt("systemId"), key);
  }

  /**
   * @param readings a document as the import route takes it
   */
  Imported importReadings(String token, int systemId, String readings) {
    JsonObject reply =
        success(
                http.post("/api/admin/systems/" + systemId + "/readings", token, readings),
                "importing history")
            .asJsonObject();
    return new Imported(reply.getInt("stored"), reply.getInt("rejected", 0));
  }

  /** Makes the daily rows of the imported days without waiting for the night. */
  void catchUpDays(String token) {
    success(http.post("/api/cron/daily", token, "{\"action\":\"catchup\"}"), "summing up the days");
  }

  private static JsonStructure success(JsonOverHttp.Reply reply, String what) {
    if (!reply.isSuccess()) {
      throw new DemoFailedException(what + " was answered with " + reply.excerpt());
    }
    return reply.json();
  }
}
