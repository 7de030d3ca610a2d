package energy.liveone.vendor;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads a vendor's JSON object with tolerance: a field that is absent, null or of another type than
 * asked for is empty, never 0. A number written as a text is not a number. Whether a number makes
 * sense is decided later, by the point's plausible range.
 */
public final class JsonFields {
  private final JsonObject object;

  JsonFields(JsonObject object) {
    this.object = object;
  }

  /** The names of all fields, known or not. */
  public Set<String> names() {
    return object.keySet();
  }

  /**
   * A finite number. Digits beyond a double are rounded; a number too large for a double is empty.
   */
  public OptionalDouble number(String name) {
    if (object.get(name) instanceof JsonNumber number) {
      try {
        double value = number.doubleValue();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
      } catch (ArithmeticException | IllegalArgumentException | UnsupportedOperationException e) {
        // More digits or a larger exponent than the platform's parser converts.
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  /** A text that is not blank, without blanks around it. */
  public Optional<String> text(String name) {
    return object.get(name) instanceof JsonString string
        ? Optional.of(string.getString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** An object. */
  public Optional<JsonFields> object(String name) {
    return object.get(name) instanceof JsonObject nested
        ? Optional.of(new JsonFields(nested))
        : Optional.empty();
  }

  /** The objects in an array; elements of other types are left out. */
  public List<JsonFields> objects(String name) {
    return object.get(name) instanceof JsonArray array
        ? array.stream()
            .filter(JsonObject.class::isInstance)
            .map(element -> new JsonFields(element.asJsonObject()))
            .toList()
        : List.of();
  }

  /** Whether the field has a value of any type, null excepted. */
  public boolean has(String name) {
    JsonValue value = object.get(name);
    return value != null && value.getValueType() != JsonValue.ValueType.NULL;
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return "JsonFields" + names();
  }
}
