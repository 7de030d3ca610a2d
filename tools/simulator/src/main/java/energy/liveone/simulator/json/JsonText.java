package energy.liveone.simulator.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * JSON-P with its provider kept: the static methods of {@code jakarta.json.Json} search the class
 * path at each call.
 */
public final class JsonText {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

  private JsonText() {}

  /** An empty object to add to. */
  public static JsonObjectBuilder object() {
    return BUILDERS.createObjectBuilder();
  }

  /** An object to add to that begins as a copy. */
  public static JsonObjectBuilder object(JsonObject copied) {
    return BUILDERS.createObjectBuilder(copied);
  }

  /** An empty array to add to. */
  public static JsonArrayBuilder array() {
    return BUILDERS.createArrayBuilder();
  }

  /** An array of these texts. */
  public static JsonArrayBuilder array(Iterable<String> texts) {
    JsonArrayBuilder array = array();
    texts.forEach(array::add);
    return array;
  }

  /** A string as a JSON value. */
  public static JsonString value(String text) {
    return PROVIDER.createValue(text);
  }

  /** A number as a JSON value. */
  public static JsonNumber value(BigDecimal number) {
    return PROVIDER.createValue(number);
  }

  /** The text of a value. */
  public static String of(JsonValue value) {
    return value.toString();
  }

  /** A generator that writes UTF-8 to a stream. */
  public static JsonGenerator generator(OutputStream stream) {
    return PROVIDER
        .createGeneratorFactory(Map.of())
        .createGenerator(stream, StandardCharsets.UTF_8);
  }

  /** The object that {@code text} holds, if it is one. */
  public static Optional<JsonObject> parseObject(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      JsonStructure structure = reader.read();
      return structure instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }
}
