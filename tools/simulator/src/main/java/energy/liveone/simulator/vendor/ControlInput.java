package energy.liveone.simulator.vendor;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads members of a control request's body; a member of the wrong type is refused by name. */
public final class ControlInput {

  private ControlInput() {}

  /** A text, if the member is there. */
  public static Optional<String> text(JsonObject body, String name) {
    return member(body, name)
        .map(
            value -> {
              if (value instanceof JsonString text) {
                return text.getString();
              }
              throw ControlRefusal.badRequest(name + " must be a string");
            });
  }

  /** A number in a range, if the member is there. */
  public static Optional<Double> number(JsonObject body, String name, double min, double max) {
    return member(body, name)
        .map(
            value -> {
              if (value instanceof JsonNumber number
                  && number.doubleValue() >= min
                  && number.doubleValue() <= max) {
                return number.doubleValue();
              }
              throw ControlRefusal.badRequest(
                  name + " must be a number from " + (long) min + " to " + (long) max);
            });
  }

  /** A whole number in a range, if the member is there. */
  public static Optional<Integer> integer(JsonObject body, String name, int min, int max) {
    return number(body, name, min, max)
        .map(
            number -> {
              if (number != Math.rint(number)) {
                throw ControlRefusal.badRequest(name + " must be a whole number");
              }
              return number.intValue();
            });
  }

  /** A truth value, if the member is there. */
  public static Optional<Boolean> flag(JsonObject body, String name) {
    return member(body, name)
        .map(
            value -> {
              if (value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)) {
                return value.equals(JsonValue.TRUE);
              }
              throw ControlRefusal.badRequest(name + " must be true or false");
            });
  }

  /** An IANA time zone, if the member is there. */
  public static Optional<ZoneId> zone(JsonObject body, String name) {
    return text(body, name)
        .map(
            id -> {
              try {
                return ZoneId.of(id);
              } catch (DateTimeException unknown) {
                throw ControlRefusal.badRequest(name + " is no known time zone: " + id);
              }
            });
  }

  /** An instant, if the member is there: ISO-8601 text or epoch seconds. */
  public static Optional<Instant> instant(JsonObject body, String name) {
    return member(body, name)
        .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
        .map(value -> instant(name, value));
  }

  /** The instant written as ISO-8601 with offset or as epoch seconds. */
  public static Instant instant(String name, String value) {
    try {
      return value.matches("\\d{1,11}")
          ? Instant.ofEpochSecond(Long.parseLong(value))
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException notAnInstant) {
      throw ControlRefusal.badRequest(
          name + " must be ISO-8601 with offset or epoch seconds, not " + value);
    }
  }

  private static Optional<JsonValue> member(JsonObject body, String name) {
    return Optional.ofNullable(body.get(name)).filter(value -> !value.equals(JsonValue.NULL));
  }
}
