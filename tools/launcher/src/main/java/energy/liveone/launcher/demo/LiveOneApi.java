package energy.liveone.launcher.demo;

import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of the public API that the demo needs. */
final class LiveOneApi {
  private final JsonOverHttp http;

  LiveOneApi(JsonOverHttp http) {
    this.http = http;
  }

  /**
   * @param lastUpdate device time of the newest reading; empty when there is none
   */
  record KnownSystem(
      int id, String alias, String vendorType, String status, Optional<Instant> lastUpdate) {
    boolean is(DemoSystem system) {
      return alias.equals(system.alias()) && vendorType.equals(system.vendorType());
    }
  }

  /**
   * @param apiKey for vendors that push, told once
   */
  record Registered(int id, Optional<String> apiKey) {}

  record Imported(int stored, int rejected) {}

  List<KnownSystem> systems(String token) {
    return http
        .get("/api/data/systems", token)
        .success("listing the systems")
        .getJsonArray("data")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(LiveOneApi::known)
        .toList();
  }

  private static KnownSystem known(JsonObject system) {
    String alias = system.get("alias") instanceof JsonString text ? text.getString() : "";
    return new KnownSystem(
        system.getInt("id"),
        alias,
        system.getString("vendorType"),
        system.getString("status"),
        instant(system.get("lastUpdate")));
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
      throw new CallFailedException("lastUpdate is no time: " + text);
    }
  }

  Registered register(String token, DemoSystem system) {
    var credentials = Json.createObjectBuilder();
    system.credentials().forEach(credentials::add);
    return register(token, system, description(system).add("credentials", credentials));
  }

  /**
   * @param grant an account that its owner connected
   */
  Registered registerGranted(String token, DemoSystem system, int grant) {
    return register(
        token, system, description(system).add("grantId", grant).add("siteId", system.site()));
  }

  private static JsonObjectBuilder description(DemoSystem system) {
    var options = Json.createObjectBuilder();
    system.options().forEach(options::add);
    return Json.createObjectBuilder()
        .add("vendorType", system.vendorType())
        .add("displayName", system.displayName())
        .add("alias", system.alias())
        .add("displayTimezone", system.timeZone())
        .add("options", options);
  }

  private Registered register(String token, DemoSystem system, JsonObjectBuilder body) {
    JsonObject reply =
        http.post("/api/setup", token, body.build().toString()).success("adding " + system.alias());
    Optional<String> key =
        Optional.ofNullable(reply.getJsonObject("secrets"))
            .map(secrets -> secrets.getString("apiKey"));
    return new Registered(reply.getInt("systemId"), key);
  }

  /** Makes a favourite of several systems. */
  void addComposite(String token, String slug, String name, List<Integer> members) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("slug", slug)
            .add("isFavorite", true)
            .add("systemIds", Json.createArrayBuilder(members));
    var unused =
        http.post("/api/composite", token, body.build().toString()).success("adding " + name);
  }

  /** Leaves points of a member out of a composite's sums. */
  void exclude(String token, String slug, int systemId, List<String> points) {
    var bindings = Json.createArrayBuilder();
    for (String point : points) {
      bindings.add(
          Json.createObjectBuilder()
              .add("systemId", systemId)
              .add("pointKey", point)
              .add("excluded", true));
    }
    var unused =
        http.put(
                "/api/composite/" + slug + "/bindings",
                token,
                Json.createObjectBuilder().add("bindings", bindings).build().toString())
            .success("excluding points of " + slug);
  }

  /**
   * @param status {@code active} or {@code paused}
   */
  void changeStatus(String token, int systemId, String status) {
    var unused =
        http.post(
                "/api/admin/systems/" + systemId + "/settings",
                token,
                "{\"status\":\"" + status + "\"}")
            .success("changing the status of system " + systemId);
  }

  /**
   * @param readings a document as the import route takes it
   */
  Imported importReadings(String token, int systemId, String readings) {
    JsonObject reply =
        http.post("/api/admin/systems/" + systemId + "/readings", token, readings)
            .success("importing history");
    return new Imported(reply.getInt("stored"), reply.getInt("rejected", 0));
  }

  /** Has all systems polled, and waits for the answers. */
  void poll(String token) {
    var unused = http.post("/api/cron/poll", token, "{}").success("polling");
  }

  /** Makes the daily rows of the imported days without waiting for the night. */
  void catchUpDays(String token) {
    var unused =
        http.post("/api/cron/daily", token, "{\"action\":\"catchup\"}")
            .success("summing up the days");
  }
}
