package energy.liveone.attack;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values that break what puts them into a statement, a page, a path, a header or a number. */
final class Hostile {
  /** Marks what a script would do, to be looked for in pages. */
  static final String SCRIPT =
      "<img src=x onerror=\"window.attacked=1\"><script>attacked=1</script>";

  static final List<String> TEXTS =
      List.of(
          "' OR '1'='1' -- ",
          "1; DROP TABLE systems; --",
          "\"\\') UNION SELECT password_hash FROM accounts #",
          SCRIPT,
          "#{request.contextPath}${7*7}",
          "../../../../WEB-INF/web.xml",
          "x\r\nX-Injected: yes",
          "%s%n%x{}[]",
          "\u0000\u202e\ud83d\ude00\ufffe",
          "-1",
          "9223372036854775808",
          "1e999",
          "");

  private static final List<JsonValue> VALUES =
      List.of(
          JsonValue.NULL,
          JsonValue.TRUE,
          Json.createValue(-1),
          Json.createValue(Long.MAX_VALUE),
          Json.createValue(new java.math.BigDecimal("1e400")),
          Json.createValue(0.1),
          JsonValue.EMPTY_JSON_ARRAY,
          JsonValue.EMPTY_JSON_OBJECT,
          Json.createArrayBuilder().add(JsonValue.NULL).build());

  private Hostile() {}

  /** The body with one hostile value in one place, for all values and places. */
  static List<String> bodies(JsonValue example) {
    List<String> bodies = new ArrayList<>();
    replaced(example, changed -> changed).stream().map(Object::toString).forEach(bodies::add);
    return bodies;
  }

  private static List<JsonValue> replaced(JsonValue value, UnaryOperator<JsonValue> within) {
    List<JsonValue> all = new ArrayList<>();
    if (value instanceof JsonObject object) {
      object.forEach(
          (name, member) ->
              all.addAll(
                  replaced(
                      member,
                      changed ->
                          within.apply(
                              Json.createObjectBuilder(object).add(name, changed).build()))));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        all.addAll(
            replaced(
                array.get(i),
                changed ->
                    within.apply(Json.createArrayBuilder(array).set(place, changed).build())));
      }
    } else {
      TEXTS.forEach(text -> all.add(within.apply(Json.createValue(text))));
    }
    VALUES.forEach(other -> all.add(within.apply(other)));
    return all;
  }

  /** Bodies that are no JSON of any use, or too much of it. */
  static List<String> shapeless() {
    return List.of(
        "[".repeat(100_000),
        "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000),
        "{\"id\":" + "9".repeat(100_000) + "}",
        "{\"name\":\"" + "x".repeat(3 << 20) + "\"}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"\u0000\"}",
        "{\"__proto__\":{\"admin\":true},\"@class\":\"java.lang.Runtime\"}",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "{",
        "");
  }
}
