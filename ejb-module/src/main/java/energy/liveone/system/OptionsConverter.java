package energy.liveone.system;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps a map of texts as one JSON object. */
@Converter
public class OptionsConverter implements AttributeConverter<Map<String, String>, String> {
  /** Kept, because finding the JSON provider anew costs more than reading an object. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  @Override
  public String convertToDatabaseColumn(@Nullable Map<String, String> options) {
    var object = BUILDERS.createObjectBuilder();
    if (options != null) {
      new TreeMap<>(options).forEach(object::add);
    }
    return object.build().toString();
  }

  @Override
  public Map<String, String> convertToEntityAttribute(@Nullable String json) {
    if (json == null || json.isBlank()) {
      return Map.of();
    }
    try (var reader = READERS.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, String> options = new TreeMap<>();
      object.forEach((name, value) -> options.put(name, text(value)));
      return Map.copyOf(options);
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
