package energy.liveone.web.words;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import java.util.Map;

/** JSON that may stand inside a script element: it never contains {@code <}. */
public final class InlineJson {
  private InlineJson() {}

  /** One object of texts. */
  public static String of(Map<String, String> texts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    texts.forEach(object::add);
    return of(object.build());
  }

  /** Any JSON; {@code <} occurs only inside strings, where it may be escaped. */
  public static String of(JsonStructure json) {
    return json.toString().replace("<", "\\u003c");
  }
}
