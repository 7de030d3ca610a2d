package energy.liveone.api.admin;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.point.PointKey;
import energy.liveone.reading.ImportReadings;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.Reading;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"readings":[{"pointKey","timestamp","value"},…],
 * "intervals":[{"pointKey","end","minutes","value","quality"},…]}} as it comes in, without a tree
 * of the whole body. Either list may be missing.
 */
final class ReadingsReader {
  /** The hot tables hold unsigned 32-bit seconds. */
  private static final long MAX_TIMESTAMP = 4_294_967_295L;

  private static final String READINGS = "readings";
  private static final String INTERVALS = "intervals";

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final JsonParser parser;
  private final List<Reading> readings = new ArrayList<>();
  private final List<IntervalReading> intervals = new ArrayList<>();

  /** Where the parser is, for messages. */
  private String list = READINGS;

  private ReadingsReader(JsonParser parser) {
    this.parser = parser;
  }

  /** What was read. */
  record Body(List<Reading> readings, List<IntervalReading> intervals) {}

  static Body read(InputStream body) {
    try (JsonParser parser = PARSERS.createParser(body)) {
      return new ReadingsReader(parser).readBody();
    } catch (ApiProblem e) {
      throw e;
    } catch (RuntimeException e) {
      // The parser throws bare runtime exceptions, for deep nesting for one.
      throw ApiProblem.of(ErrorCode.INVALID_JSON, "The body must be a JSON object");
    }
  }

  private Body readBody() {
    if (parser.next() != Event.START_OBJECT) {
      throw ApiProblem.of(ErrorCode.INVALID_JSON, "The body must be a JSON object");
    }
    boolean found = false;
    while (parser.next() == Event.KEY_NAME) {
      String key = parser.getString();
      if (key.equals(READINGS) || key.equals(INTERVALS)) {
        found = true;
        readList(key);
      } else {
        skipValue(parser.next());
      }
    }
    if (!found) {
      throw ApiProblem.missing(READINGS);
    }
    return new Body(readings, intervals);
  }

  private void readList(String key) {
    list = key;
    if (parser.next() != Event.START_ARRAY) {
      throw ApiProblem.invalid(key, key + " must be a list");
    }
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      if (event != Event.START_OBJECT) {
        throw ApiProblem.invalid(name(""), name("") + " must be an object");
      }
      if (readings.size() + intervals.size() == ImportReadings.MAX_READINGS) {
        throw ApiProblem.invalid(
            key, "At most " + ImportReadings.MAX_READINGS + " readings at once");
      }
      if (key.equals(READINGS)) {
        readings.add(readReading());
      } else {
        intervals.add(readInterval());
      }
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
        case "timestamp" -> timestamp = epochSeconds(event, field);
        case "value" -> value = number(event);
        default -> skipValue(event);
      }
    }
    return new Reading(
        new PointKey(present(key, "pointKey")),
        Instant.ofEpochSecond(present(timestamp, "timestamp")),
        present(value, "value"));
  }

  private IntervalReading readInterval() {
    String key = null;
    Long end = null;
    Long minutes = null;
    Double value = null;
    IntervalQuality quality = IntervalQuality.ACTUAL;
    while (parser.next() == Event.KEY_NAME) {
      String field = parser.getString();
      Event event = parser.next();
      switch (field) {
        case "pointKey" -> key = pointKey(event);
        case "end" -> end = epochSeconds(event, field);
        case "minutes" -> minutes = minutes(event);
        case "value" -> value = number(event);
        case "quality" -> quality = quality(event);
        default -> skipValue(event);
      }
    }
    return new IntervalReading(
        new PointKey(present(key, "pointKey")),
        Instant.ofEpochSecond(present(end, "end")),
        Duration.ofMinutes(present(minutes, "minutes")),
        present(value, "value"),
        quality);
  }

  private String pointKey(Event event) {
    if (event != Event.VALUE_STRING || !PointKey.isValid(parser.getString())) {
      throw ApiProblem.invalid(name(".pointKey"), "Not a point key");
    }
    return parser.getString();
  }

  private long epochSeconds(Event event, String field) {
    if (event == Event.VALUE_NUMBER && parser.isIntegralNumber()) {
      long seconds = parser.getLong();
      if (seconds > 0 && seconds <= MAX_TIMESTAMP) {
        return seconds;
      }
    }
    String name = name("." + field);
    throw ApiProblem.invalid(name, name + " must be epoch seconds, a whole number");
  }

  private long minutes(Event event) {
    if (event == Event.VALUE_NUMBER && parser.isIntegralNumber()) {
      long minutes = parser.getLong();
      if (minutes >= 5 && minutes <= Duration.ofDays(1).toMinutes()) {
        return minutes;
      }
    }
    throw ApiProblem.invalid(
        name(".minutes"), name(".minutes") + " must be a whole number from 5 to 1440");
  }

  private IntervalQuality quality(Event event) {
    if (event == Event.VALUE_STRING) {
      for (IntervalQuality quality : IntervalQuality.values()) {
        if (quality.name().toLowerCase(Locale.ROOT).equals(parser.getString())) {
          return quality;
        }
      }
    }
    throw ApiProblem.invalid(
        name(".quality"), name(".quality") + " must be estimated, actual or billable");
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
    int index = list.equals(READINGS) ? readings.size() : intervals.size();
    return list + "[" + index + "]" + field;
  }
}
