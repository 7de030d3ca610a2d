package energy.liveone.api.admin;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.point.PointKey;
import energy.liveone.reading.ImportReadings;
import energy.liveone.reading.Reading;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"readings":[{"pointKey","timestamp","value"},…]}} as it comes in, without a tree of
 * the whole body.
 */
final class ReadingsReader {
  /** The hot tables hold unsigned 32-bit seconds. */
  private static final long MAX_TIMESTAMP = 4_294_967_295L;

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final JsonParser parser;
  private final List<Reading> readings = new ArrayList<>();

  private ReadingsReader(JsonParser parser) {
    this.parser = parser;
  }

  static List<Reading> read(InputStream body) {
    try (JsonParser parser = PARSERS.createParser(body)) {
      return new ReadingsReader(parser).readBody();
    } catch (ApiProblem e) {
      throw e;
    } catch (RuntimeException e) {
      // The parser throws bare runtime exceptions, for deep nesting for one.
      throw ApiProblem.of(ErrorCode.INVALID_JSON, "The body must be a JSON object");
    }
  }

  private List<Reading> readBody() {
    if (parser.next() != Event.START_OBJECT) {
      throw ApiProblem.of(ErrorCode.INVALID_JSON, "The body must be a JSON object");
    }
    boolean found = false;
    while (parser.next() == Event.KEY_NAME) {
      if (parser.getString().equals("readings")) {
        found = true;
        readList();
      } else {
        skipValue(parser.next());
      }
    }
    if (!found) {
      throw ApiProblem.missing("readings");
    }
    return readings;
  }

  private void readList() {
    if (parser.next() != Event.START_ARRAY) {
      throw ApiProblem.invalid("readings", "readings must be a list");
    }
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      if (event != Event.START_OBJECT) {
        throw ApiProblem.invalid(name(""), name("") + " must be an object");
      }
      if (readings.size() == ImportReadings.MAX_READINGS) {
        throw ApiProblem.invalid(
            "readings", "At most " + ImportReadings.MAX_READINGS + " readings at once");
      }
      readings.add(readReading());
    }
  }

  private Reading readReading() {
    String key = null;
    Long timestamp = null;
    Double value = null;
    while (parser.next() == Event.KEY_NAME) {
      String field = parser.getString();
      Event event = parser.next();
      switch (field) {
        case "pointKey" -> key = pointKey(event);
        case "timestamp" -> timestamp = timestamp(event);
        case "value" -> value = number(event);
        default -> skipValue(event);
      }
    }
    return new Reading(
        new PointKey(present(key, "pointKey")),
        Instant.ofEpochSecond(present(timestamp, "timestamp")),
        present(value, "value"));
  }

  private String pointKey(Event event) {
    if (event != Event.VALUE_STRING || !PointKey.isValid(parser.getString())) {
      throw ApiProblem.invalid(name(".pointKey"), "Not a point key");
    }
    return parser.getString();
  }

  private long timestamp(Event event) {
    if (event == Event.VALUE_NUMBER && parser.isIntegralNumber()) {
      long seconds = parser.getLong();
      if (seconds > 0 && seconds <= MAX_TIMESTAMP) {
        return seconds;
      }
    }
    throw ApiProblem.invalid(
        name(".timestamp"), name(".timestamp") + " must be epoch seconds, a whole number");
  }

  private double number(Event event) {
    if (event != Event.VALUE_NUMBER) {
      throw ApiProblem.invalid(name(".value"), name(".value") + " must be a number");
    }
    // As text: the parser's decimals are exact, and exact huge exponents are expensive.
    return Double.parseDouble(parser.getString());
  }

  private void skipValue(Event event) {
    if (event == Event.START_OBJECT) {
      parser.skipObject();
    } else if (event == Event.START_ARRAY) {
      parser.skipArray();
    }
  }

  private <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw ApiProblem.missing(name("." + field));
    }
    return value;
  }

  private String name(String field) {
    return "readings[" + readings.size() + "]" + field;
  }
}
