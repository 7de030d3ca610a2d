package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The live data document, from the cloud or from a gateway on the LAN: {@code {"device": {"name"},
 * "items": {"timestamp", …}, "now"}}. Which items there are varies by site and firmware.
 */
sealed interface SelectronicPayload {
  /** A device clock further ahead than this is not believed. */
  Duration MAX_AHEAD = Duration.ofMinutes(5);

  /**
   * Data of one moment.
   *
   * @param time the gateway's time of the measurement
   * @param items all values, known or not
   */
  record Live(Instant time, JsonFields items) implements SelectronicPayload {}

  /** Something else; {@code reason} is plain words without any of the text. */
  record Unusable(String reason) implements SelectronicPayload {}

  /** Reads a body. */
  static SelectronicPayload of(String body, Instant now) {
    return JsonParse.of(body)
        .fold(
            read -> of(read.fields(), now),
            malformed ->
                new Unusable(
                    SelectronicPages.isHtml(body)
                        ? "A web page came in place of data"
                        : malformed.reason()));
  }

  private static SelectronicPayload of(JsonFields document, Instant now) {
    Optional<JsonFields> items = document.object("items");
    if (items.isEmpty()) {
      return new Unusable("The data has no items");
    }
    OptionalDouble seconds = items.get().number("timestamp");
    if (seconds.isEmpty() || seconds.getAsDouble() < 1) {
      return new Unusable("The data has no timestamp");
    }
    if (seconds.getAsDouble() > now.plus(MAX_AHEAD).getEpochSecond()) {
      return new Unusable("The timestamp of the data is more than 5 minutes in the future");
    }
    return new Live(Instant.ofEpochSecond((long) seconds.getAsDouble()), items.get());
  }

  default <R> R fold(Function<Live, R> live, Function<Unusable, R> unusable) {
    if (this instanceof Live l) {
      return live.apply(l);
    }
    return unusable.apply((Unusable) this);
  }
}
