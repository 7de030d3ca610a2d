package energy.liveone.vendor;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.function.Function;

/** What a text is as JSON: one object, or not usable. */
public sealed interface JsonParse {
  /** Deeper nesting is refused before it is parsed; no vendor needs ten levels. */
  int MAX_DEPTH = 32;

  /** One object and nothing after it. */
  record Read(JsonFields fields) implements JsonParse {}

  /**
   * Not one JSON object.
   *
   * @param reason plain words, without any of the text
   */
  record Malformed(String reason) implements JsonParse {}

  /** Reads a text that must be one JSON object without duplicate keys. */
  static JsonParse of(String text) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (json.isBlank()) {
      return new Malformed("The body is empty");
    }
    if (isTooDeep(json)) {
      return new Malformed("The JSON is nested more than " + MAX_DEPTH + " levels deep");
    }
    try (JsonReader reader = Factory.STRICT.createReader(new StringReader(json))) {
      return reader.readValue() instanceof JsonObject object
          ? new Read(new JsonFields(object))
          : new Malformed("The body is JSON, but not an object");
    } catch (JsonException e) {
      return new Malformed("The body is not JSON, is cut off, or repeats a key");
    }
  }

  /** Decides by case. */
  default <R> R fold(Function<Read, R> read, Function<Malformed, R> malformed) {
    if (this instanceof Read r) {
      return read.apply(r);
    }
    return malformed.apply((Malformed) this);
  }

  private static boolean isTooDeep(String json) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        if (++depth > MAX_DEPTH) {
          return true;
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return false;
  }

  /** The platform's reader, found once: looking it up per call is slow. */
  final class Factory {
    private static final JsonReaderFactory STRICT =
        Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private Factory() {}
  }
}
