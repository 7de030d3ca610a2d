package energy.liveone.vendor;

import energy.liveone.vendor.JsonParse.Malformed;
import energy.liveone.vendor.JsonParse.Read;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One parse of one text. Uses the platform's stream of events and not its object model: that one
 * accepts what follows the object, and refuses a whole document for one number of many digits.
 */
final class JsonDocument {
  /** No vendor needs ten levels. */
  private static final int MAX_DEPTH = 32;

  /** Found once: looking the platform's parser up per call is slow. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final String json;
  private String flaw = "";

  JsonDocument(String text) {
    this.json = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  JsonParse parse() {
    return parse(Event.START_OBJECT, "an object", parser -> object(parser, 1));
  }

  JsonParse parseArray(String name) {
    return parse(
        Event.START_ARRAY, "an array", parser -> new JsonFields(Map.of(name, array(parser, 1))));
  }

  private JsonParse parse(Event first, String wanted, Function<JsonParser, JsonFields> whole) {
    if (json.isBlank()) {
      return new Malformed("The body is empty");
    }
    try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
      if (parser.next() != first) {
        return new Malformed("The body is JSON, but not " + wanted);
      }
      JsonFields fields = whole.apply(parser);
      if (flaw.isEmpty() && parser.hasNext()) {
        flaw = "Something follows the JSON value";
      }
      return flaw.isEmpty() ? new Read(fields) : new Malformed(flaw);
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      return new Malformed("The body is not JSON, or is cut off");
    }
  }

  private JsonFields object(JsonParser parser, int depth) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (flaw.isEmpty() && parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      if (fields.containsKey(name)) {
        flaw = "The JSON repeats a key";
        break;
      }
      fields.put(name, value(parser, parser.next(), depth));
    }
    return new JsonFields(fields);
  }

  private List<@Nullable Object> array(JsonParser parser, int depth) {
    List<@Nullable Object> elements = new ArrayList<>();
    while (flaw.isEmpty()) {
      Event event = parser.next();
      if (event == Event.END_ARRAY) {
        break;
      }
      elements.add(value(parser, event, depth));
    }
    return elements;
  }

  private @Nullable Object value(JsonParser parser, Event event, int depth) {
    if ((event == Event.START_OBJECT || event == Event.START_ARRAY) && depth == MAX_DEPTH) {
      flaw = "The JSON is nested more than " + MAX_DEPTH + " levels deep";
      return null;
    }
    return switch (event) {
      case START_OBJECT -> object(parser, depth + 1);
      case START_ARRAY -> array(parser, depth + 1);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER -> Double.valueOf(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case KEY_NAME, END_OBJECT, END_ARRAY ->
          throw new IllegalStateException("No value begins with " + event);
    };
  }
}
