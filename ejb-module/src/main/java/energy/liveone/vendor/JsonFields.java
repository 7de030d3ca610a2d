package energy.liveone.vendor;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vendor's JSON object with tolerance: a field that is absent, null or of another type than
 * asked for is empty, never 0. A number written as a text is not a number. Whether a number makes
 * sense is decided later, by the point's plausible range.
 */
public final class JsonFields {
  private final Map<String, @Nullable Object> fields;

  /** Values are {@link Double}, {@link String}, {@link Boolean}, {@link List}, this, or null. */
  JsonFields(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /** The names of all fields, known or not. */
  public Set<String> names() {
    return Collections.unmodifiableSet(fields.keySet());
  }

  /**
   * A finite number. Digits beyond a double are rounded; a number too large for a double is empty.
   */
  public OptionalDouble number(String name) {
    return fields.get(name) instanceof Double number && Double.isFinite(number)
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  /** A text that is not blank, without blanks around it. */
  public Optional<String> text(String name) {
    return fields.get(name) instanceof String text
        ? Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty())
        : Optional.empty();
  }

  /** A truth value. */
  public Optional<Boolean> flag(String name) {
    return fields.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** An object. */
  public Optional<JsonFields> object(String name) {
    return fields.get(name) instanceof JsonFields nested ? Optional.of(nested) : Optional.empty();
  }

  /** The objects in an array; elements of other types are left out. */
  public List<JsonFields> objects(String name) {
    return fields.get(name) instanceof List<?> elements
        ? elements.stream()
            .filter(JsonFields.class::isInstance)
            .map(JsonFields.class::cast)
            .toList()
        : List.of();
  }

  /** How many elements of any type an array has; 0 when there is no array. */
  public int size(String name) {
    return fields.get(name) instanceof List<?> elements ? elements.size() : 0;
  }

  /**
   * The objects in an array and in the arrays inside it, in order; elements of other types are left
   * out. Empty when the field is no array.
   */
  public Optional<List<JsonFields>> objectsAtAnyDepth(String name) {
    return fields.get(name) instanceof List<?> elements
        ? Optional.of(flat(elements).toList())
        : Optional.empty();
  }

  private static Stream<JsonFields> flat(List<?> elements) {
    return elements.stream()
        .flatMap(
            element ->
                element instanceof JsonFields object
                    ? Stream.of(object)
                    : element instanceof List<?> nested ? flat(nested) : Stream.empty());
  }

  /** The texts in an array; elements of other types are left out. */
  public List<String> texts(String name) {
    return fields.get(name) instanceof List<?> elements
        ? elements.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /** Whether the field is an array. */
  public boolean isArray(String name) {
    return fields.get(name) instanceof List<?>;
  }

  /** Whether the field has a value of any type, null excepted. */
  public boolean has(String name) {
    return fields.get(name) != null;
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return "JsonFields" + names();
  }
}
