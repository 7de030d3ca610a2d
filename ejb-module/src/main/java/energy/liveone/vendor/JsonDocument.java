package energy.liveone.vendor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import energy.liveone.vendor.JsonParse.Malformed;
import energy.liveone.vendor.JsonParse.Read;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One parse of one text, by a stream of tokens. Not with the platform's parser: every reading comes
 * through here, and that one takes three times as long.
 */
final class JsonDocument {
  /** No vendor needs ten levels. */
  private static final int MAX_DEPTH = 32;

  /** A number of any length is one number; a double decides what is left of it. */
  private static final JsonFactory PARSERS =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();

  private final String json;
  private String flaw = "";

  JsonDocument(String text) {
    this.json = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Reads the value after its first token. */
  @FunctionalInterface
  private interface Whole {
    JsonFields read(JsonParser parser) throws IOException;
  }

  JsonParse parse() {
    return parse(JsonToken.START_OBJECT, "an object", parser -> object(parser, 1));
  }

  JsonParse parseArray(String name) {
    return parse(
        JsonToken.START_ARRAY,
        "an array",
        parser -> new JsonFields(Map.of(name, array(parser, 1))));
  }

  private JsonParse parse(JsonToken first, String wanted, Whole whole) {
    if (json.isBlank()) {
      return new Malformed("The body is empty");
    }
    try (JsonParser parser = PARSERS.createParser(json)) {
      if (parser.nextToken() != first) {
        return new Malformed("The body is JSON, but not " + wanted);
      }
      JsonFields fields = whole.read(parser);
      if (flaw.isEmpty() && parser.nextToken() != null) {
        flaw = "Something follows the JSON value";
      }
      return flaw.isEmpty() ? new Read(fields) : new Malformed(flaw);
    } catch (IOException e) {
      return new Malformed("The body is not JSON, or is cut off");
    }
  }

  private JsonFields object(JsonParser parser, int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name = parser.nextFieldName();
        name != null && flaw.isEmpty();
        name = parser.nextFieldName()) {
      if (fields.containsKey(name)) {
        flaw = "The JSON repeats a key";
        break;
      }
      fields.put(name, value(parser, parser.nextToken(), depth));
    }
    return new JsonFields(fields);
  }

  private List<@Nullable Object> array(JsonParser parser, int depth) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && flaw.isEmpty();
        token = parser.nextToken()) {
      elements.add(value(parser, token, depth));
    }
    return elements;
  }

  private @Nullable Object value(JsonParser parser, JsonToken token, int depth) throws IOException {
    if (token.isStructStart() && depth == MAX_DEPTH) {
      flaw = "The JSON is nested more than " + MAX_DEPTH + " levels deep";
      return null;
    }
    return switch (token) {
      case START_OBJECT -> object(parser, depth + 1);
      case START_ARRAY -> array(parser, depth + 1);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("No value begins with " + token);
    };
  }
}
