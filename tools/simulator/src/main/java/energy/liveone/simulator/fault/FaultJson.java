package energy.liveone.simulator.fault;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Faults as JSON: {@code {"http500": true, "slow": 1500, "missingFields": ["load_w"], "http429":
 * {"value": 30, "times": 2, "on": "data"}}}.
 */
public final class FaultJson {

  private FaultJson() {}

  /**
   * Reads a set of faults.
   *
   * @param possible the faults that the vendor can have
   * @param now virtual time
   * @throws IllegalArgumentException saying what is wrong, when a name is unknown or a value does
   *     not fit
   */
  public static List<Fault> read(JsonObject json, List<FaultName> possible, Instant now) {
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, JsonValue> member : json.entrySet()) {
      FaultName name = named(member.getKey(), possible);
      JsonValue value = member.getValue();
      if (!value.equals(JsonValue.FALSE) && !value.equals(JsonValue.NULL)) {
        faults.add(new Fault(name, checked(name, setting(name, value)), now));
      }
    }
    return faults;
  }

  /** The faults as they were set, with the strikes that are left. */
  public static JsonObject write(List<Fault> faults) {
    JsonObjectBuilder json = JsonText.object();
    for (Fault fault : faults) {
      JsonObjectBuilder shown = JsonText.object().add("since", fault.since().toString());
      fault.number().ifPresent(number -> shown.add("value", number));
      fault.text().ifPresent(text -> shown.add("value", text));
      if (!fault.fields().isEmpty()) {
        shown.add("fields", JsonText.array(fault.fields()));
      }
      Integer remaining = fault.remaining();
      if (remaining != null) {
        shown.add("times", remaining);
      }
      CallKind on = fault.setting().on();
      if (on != null) {
        shown.add("on", on.wireName());
      }
      json.add(fault.name().wireName(), shown);
    }
    return json.build();
  }

  private static FaultName named(String wireName, List<FaultName> possible) {
    for (FaultName name : possible) {
      if (name.wireName().equals(wireName)) {
        return name;
      }
    }
    List<String> names = possible.stream().map(FaultName::wireName).toList();
    throw new IllegalArgumentException(
        "no fault " + wireName + " here; there are " + String.join(", ", names));
  }

  private static FaultSetting setting(FaultName name, JsonValue json) {
    if (json instanceof JsonObject object) {
      JsonValue value = object.getOrDefault("value", JsonValue.TRUE);
      List<String> fields =
          object.containsKey("fields") ? texts(name, object.get("fields")) : texts(name, value);
      return new FaultSetting(number(value), text(value), fields, times(object), on(object));
    }
    return new FaultSetting(number(json), text(json), texts(name, json), null, null);
  }

  private static @Nullable Double number(JsonValue value) {
    return value instanceof JsonNumber number ? number.doubleValue() : null;
  }

  private static @Nullable String text(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : null;
  }

  private static List<String> texts(FaultName name, @Nullable JsonValue value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonValue element : array) {
        if (!(element instanceof JsonString text)) {
          throw new IllegalArgumentException(name.wireName() + ": fields must be strings");
        }
        texts.add(text.getString());
      }
    }
    return texts;
  }

  private static @Nullable Integer times(JsonObject object) {
    if (!object.containsKey("times")) {
      return null;
    }
    if (object.get("times") instanceof JsonNumber number && number.doubleValue() >= 1) {
      return number.intValue();
    }
    throw new IllegalArgumentException("times must be a number of at least 1");
  }

  private static @Nullable CallKind on(JsonObject object) {
    if (!object.containsKey("on")) {
      return null;
    }
    for (CallKind kind : CallKind.values()) {
      if (object.get("on") instanceof JsonString text
          && text.getString().toLowerCase(Locale.ROOT).equals(kind.wireName())) {
        return kind;
      }
    }
    throw new IllegalArgumentException("on must be login, data, page or push");
  }

  private static FaultSetting checked(FaultName name, FaultSetting setting) {
    boolean fits =
        switch (name.value()) {
          case NONE -> setting.number() == null && setting.text() == null && noFields(setting);
          case NUMBER -> setting.number() != null;
          case OPTIONAL_NUMBER -> setting.text() == null && noFields(setting);
          case TEXT -> setting.text() != null;
          case OPTIONAL_TEXT -> setting.number() == null && noFields(setting);
          case FIELDS -> !noFields(setting);
          case OPTIONAL_FIELDS -> setting.number() == null && setting.text() == null;
        };
    boolean inRange =
        setting.number() == null
            || name.equals(FaultName.CLOCK_SKEW)
            || (setting.number() >= 0 && setting.number() <= 1e7);
    if (!fits || !inRange) {
      throw new IllegalArgumentException(
          name.wireName()
              + " does not take that value; it takes "
              + name.value().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return setting;
  }

  private static boolean noFields(FaultSetting setting) {
    return setting.fields().isEmpty();
  }
}
