package energy.liveone.vendor;

import java.util.function.Function;

/** What a text is as JSON: one object, or not usable. */
public sealed interface JsonParse {

  /** One object and nothing after it. */
  record Read(JsonFields fields) implements JsonParse {}

  /**
   * Not one JSON object.
   *
   * @param reason plain words, without any of the text
   */
  record Malformed(String reason) implements JsonParse {}

  /** Reads a text that must be one JSON object, without duplicate keys and not nested deeply. */
  static JsonParse of(String text) {
    return new JsonDocument(text).parse();
  }

  /** Decides by case. */
  default <R> R fold(Function<Read, R> read, Function<Malformed, R> malformed) {
    if (this instanceof Read r) {
      return read.apply(r);
    }
    return malformed.apply((Malformed) this);
  }
}
