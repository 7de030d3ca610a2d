package energy.liveone.vendor;

import java.util.function.Function;

/** What a text is as JSON: one object or array, or not usable. */
public sealed interface JsonParse {

  /** One object, or an array as the field of one, and nothing after it. */
  record Read(JsonFields fields) implements JsonParse {}

  /**
   * Not the JSON that was asked for.
   *
   * @param reason plain words, without any of the text
   */
  record Malformed(String reason) implements JsonParse {}

  /** Reads a text that must be one JSON object, without duplicate keys and not nested deeply. */
  static JsonParse of(String text) {
    return new JsonDocument(text).parse();
  }

  /** Reads a text that must be one JSON array, as if it were the field of this name. */
  static JsonParse ofArray(String text, String name) {
    return new JsonDocument(text).parseArray(name);
  }

  /** Decides by case. */
  default <R> R fold(Function<Read, R> read, Function<Malformed, R> malformed) {
    if (this instanceof Read r) {
      return read.apply(r);
    }
    return malformed.apply((Malformed) this);
  }
}
