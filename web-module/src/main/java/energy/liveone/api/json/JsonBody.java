package energy.liveone.api.json;

import energy.liveone.api.error.ApiProblem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A JSON object of a request. Accessors answer empty for fields that are absent or null, and throw
 * an {@link ApiProblem} that names the field when its type is wrong.
 */
public final class JsonBody {
  private static final int MAX_MAP_ENTRIES = 50;
  private static final int MAX_TEXT = 4_000;

  private final JsonObject object;
  private final String path;

  private JsonBody(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  /** The root of a body. */
  public static JsonBody of(JsonObject object) {
    return new JsonBody(object, "");
  }

  /** A text that must be there and must not be blank. */
  public String requiredText(String field) {
    return text(field)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> ApiProblem.missing(path + field));
  }

  /** A text of at most 4,000 characters. */
  public Optional<String> text(String field) {
    return value(field)
        .map(
            value -> {
              if (!(value instanceof JsonString string)) {
                throw wrongType(field, "a text");
              }
              return checkedLength(field, string.getString());
            });
  }

  /** A yes or a no. */
  public Optional<Boolean> flag(String field) {
    return value(field)
        .map(
            value -> {
              if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                throw wrongType(field, "true or false");
              }
              return value == JsonValue.TRUE;
            });
  }

  /** A whole number of 32 bits. */
  public Optional<Integer> integer(String field) {
    return value(field)
        .map(
            value -> {
              try {
                if (value instanceof JsonNumber number) {
                  BigDecimal exact = number.bigDecimalValue();
                  if (Math.abs((long) exact.scale()) < 20) {
                    return exact.intValueExact();
                  }
                }
              } catch (ArithmeticException e) {
                // Falls through: a fraction, or too large.
              }
              throw wrongType(field, "a whole number");
            });
  }

  /** A number that a double can hold. */
  public Optional<Double> number(String field) {
    return value(field)
        .map(
            value -> {
              if (value instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
              }
              throw wrongType(field, "a number");
            });
  }

  /** An IANA time zone. */
  public Optional<ZoneId> zone(String field) {
    return text(field)
        .map(
            name -> {
              try {
                // Offsets and abbreviations are refused: they have no rules for summer time.
                if (ZoneId.getAvailableZoneIds().contains(name)) {
                  return ZoneId.of(name);
                }
              } catch (DateTimeException e) {
                // Falls through.
              }
              throw ApiProblem.invalid(
                  path + field, "Not an IANA time zone, such as Australia/Melbourne");
            });
  }

  /** An object of texts; numbers and flags count as their text. */
  public Map<String, String> textMap(String field) {
    Optional<JsonValue> value = value(field);
    if (value.isEmpty()) {
      return Map.of();
    }
    if (!(value.get() instanceof JsonObject map)) {
      throw wrongType(field, "an object of texts");
    }
    if (map.size() > MAX_MAP_ENTRIES) {
      throw ApiProblem.invalid(path + field, "At most " + MAX_MAP_ENTRIES + " entries");
    }
    Map<String, String> texts = new TreeMap<>();
    map.forEach(
        (name, entry) -> scalar(field + "." + name, entry).ifPresent(t -> texts.put(name, t)));
    return texts;
  }

  private Optional<String> scalar(String field, JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> Optional.empty();
      case STRING -> Optional.of(checkedLength(field, ((JsonString) value).getString()));
      case NUMBER, TRUE, FALSE -> Optional.of(checkedLength(field, value.toString()));
      case OBJECT, ARRAY -> throw wrongType(field, "a text");
    };
  }

  /** A list of objects; absent when the field is. */
  public Optional<List<JsonBody>> objects(String field) {
    return value(field)
        .map(
            value -> {
              if (!(value instanceof JsonArray array)) {
                throw wrongType(field, "a list");
              }
              List<JsonBody> bodies = new ArrayList<>();
              for (int i = 0; i < array.size(); i++) {
                String name = field + "[" + i + "]";
                if (!(array.get(i) instanceof JsonObject element)) {
                  throw wrongType(name, "an object");
                }
                bodies.add(new JsonBody(element, path + name + "."));
              }
              return bodies;
            });
  }

  /** A list of texts; numbers count as their text. Absent when the field is. */
  public Optional<List<String>> texts(String field) {
    return value(field)
        .map(
            value -> {
              if (!(value instanceof JsonArray array)) {
                throw wrongType(field, "a list of texts");
              }
              List<String> texts = new ArrayList<>();
              for (int i = 0; i < array.size(); i++) {
                String name = field + "[" + i + "]";
                texts.add(scalar(name, array.get(i)).orElseThrow(() -> wrongType(name, "a text")));
              }
              return texts;
            });
  }

  /** An object or a list, as it is. */
  public Optional<JsonStructure> structure(String field) {
    return value(field)
        .map(
            value -> {
              if (value instanceof JsonStructure structure) {
                return structure;
              }
              throw wrongType(field, "an object or a list");
            });
  }

  /** One of some words. */
  public Optional<String> word(String field, Set<String> allowed) {
    return text(field)
        .map(
            word -> {
              if (!allowed.contains(word)) {
                throw ApiProblem.invalid(
                    path + field,
                    path
                        + field
                        + " must be one of "
                        + String.join(", ", allowed.stream().sorted().toList()));
              }
              return word;
            });
  }

  /** The full name of a field, for problems that only the caller can see. */
  public String nameOf(String field) {
    return path + field;
  }

  private Optional<JsonValue> value(String field) {
    return Optional.ofNullable(object.get(field)).filter(value -> value != JsonValue.NULL);
  }

  private String checkedLength(String field, String text) {
    if (text.length() > MAX_TEXT) {
      throw ApiProblem.invalid(path + field, path + field + " is too long");
    }
    return text;
  }

  private ApiProblem wrongType(String field, String expected) {
    return ApiProblem.invalid(path + field, path + field + " must be " + expected);
  }
}
