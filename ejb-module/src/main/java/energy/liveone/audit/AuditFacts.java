package energy.liveone.audit;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some facts as a small JSON object. What is called like a secret is hidden, whatever a caller
 * gives: an audit log outlives passwords, and more people read it.
 */
final class AuditFacts {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(password|secret|token|credential|authorization|cookie|api-?key|private).*");
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final String HIDDEN = "(hidden)";
  private static final int MAX_TEXT = 200;
  private static final int MAX_FACTS = 40;

  private AuditFacts() {}

  /** The JSON text; null when there are no facts. */
  static @Nullable String json(Map<String, ?> facts) {
    if (facts.isEmpty()) {
      return null;
    }
    JsonObjectBuilder object = BUILDERS.createObjectBuilder();
    new TreeMap<>(facts)
        .entrySet().stream()
            .limit(MAX_FACTS)
            .forEach(fact -> add(object, fact.getKey(), fact.getValue()));
    return object.build().toString();
  }

  private static void add(JsonObjectBuilder object, String name, @Nullable Object value) {
    if (value == null) {
      object.addNull(name);
    } else if (value instanceof Boolean flag) {
      object.add(name, flag);
    } else if (value instanceof Integer || value instanceof Long) {
      object.add(name, ((Number) value).longValue());
    } else {
      object.add(name, SECRET.matcher(name).matches() ? HIDDEN : shortened(value.toString()));
    }
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  /** Of these facts those that are not the same among others. */
  static Map<String, Object> differing(Map<String, ?> facts, Map<String, ?> others) {
    Map<String, Object> differing = new TreeMap<>();
    facts.forEach(
        (name, value) -> {
          if (!Objects.equals(value, others.get(name))) {
            differing.put(name, value);
          }
        });
    return differing;
  }
}
