package energy.liveone.simulator.fault;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Wrong JSON: turns a right document into the text that a faulty one would be. */
public final class WireFaults {

  /** What stands where JSON is expected. */
  public static final String HTML =
      "<!DOCTYPE html><html><head><title>Please wait</title></head><body><h1>We will be back soon</h1></body></html>";

  /** Stands for NaN until the text is written, for JSON has no such number. */
  private static final String NAN_MARK = "\u0000NaN";

  private static final String NAN_MARK_WRITTEN = "\"\\u0000NaN\"";
  private static final BigDecimal HUGE_NUMBER = new BigDecimal("1e300");

  private final FaultView faults;
  private final Predicate<String> reading;
  private final @Nullable Fault missing;
  private final @Nullable Fault nulls;
  private final @Nullable Fault nan;
  private final @Nullable Fault huge;
  private final @Nullable Fault strings;

  /**
   * @param reading tells whether a field of this name holds a measured value
   */
  public WireFaults(FaultView faults, Predicate<String> reading) {
    this.faults = faults;
    this.reading = reading;
    missing = faults.claim(FaultName.MISSING_FIELDS).orElse(null);
    nulls = faults.claim(FaultName.NULLS).orElse(null);
    nan = faults.claim(FaultName.NAN).orElse(null);
    huge = faults.claim(FaultName.HUGE).orElse(null);
    strings = faults.claim(FaultName.STRING_NUMBERS).orElse(null);
  }

  /** The text of {@code document} with all faults in it. */
  public String write(JsonStructure document) {
    boolean wrongValues =
        missing != null || nulls != null || nan != null || huge != null || strings != null;
    JsonValue shown = wrongValues ? rebuild(document) : document;
    String text = JsonText.of(shown).replace(NAN_MARK_WRITTEN, "NaN");
    if (faults.strikes(FaultName.TRUNCATED_JSON)) {
      return text.substring(0, text.length() / 2);
    }
    if (faults.strikes(FaultName.MALFORMED_JSON)) {
      return text.replaceFirst(":", "=") + ",";
    }
    return text;
  }

  private JsonValue rebuild(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object(object);
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder built = JsonText.array();
      array.forEach(element -> built.add(rebuild(element)));
      return built.build();
    }
    return value;
  }

  private JsonObject object(JsonObject object) {
    JsonObjectBuilder built = JsonText.object();
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      String name = member.getKey();
      if (missing == null || !missing.fields().contains(name)) {
        built.add(name, member(name, member.getValue()));
      }
    }
    return built.build();
  }

  private JsonValue member(String name, JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      return names(nulls, name) ? JsonValue.NULL : rebuild(value);
    }
    if (strikes(nulls, name)) {
      return JsonValue.NULL;
    }
    if (strikes(nan, name)) {
      return JsonText.value(NAN_MARK);
    }
    if (strikes(huge, name)) {
      return JsonText.value(HUGE_NUMBER);
    }
    return strikes(strings, name) ? JsonText.value(number.toString()) : value;
  }

  private boolean strikes(@Nullable Fault fault, String name) {
    return fault != null
        && (names(fault, name) || (fault.fields().isEmpty() && reading.test(name)));
  }

  private static boolean names(@Nullable Fault fault, String name) {
    List<String> fields = fault == null ? List.of() : fault.fields();
    return fields.contains(name);
  }
}
