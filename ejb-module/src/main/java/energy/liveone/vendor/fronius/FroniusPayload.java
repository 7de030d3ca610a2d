package energy.liveone.vendor.fronius;

import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.PushParse;
import energy.liveone.vendor.PushParse.Invalid;
import energy.liveone.vendor.PushParse.Probe;
import energy.liveone.vendor.PushParse.PushIdentity;
import energy.liveone.vendor.PushParse.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A collector's push: who ({@code siteId}, {@code apiKey}), what for ({@code action}), when ({@code
 * timestamp}), which batch ({@code sequence}), and values that may each be null or absent.
 */
record FroniusPayload(JsonFields body, PushIdentity identity) {
  static final String API_KEY = "apiKey";
  private static final String SITE_ID = "siteId";
  private static final String ACTION = "action";
  private static final String TIMESTAMP = "timestamp";
  private static final String SEQUENCE = "sequence";
  private static final int MAX_SEQUENCE = 64;

  static FroniusPayload of(JsonFields body) {
    return new FroniusPayload(
        body, new PushIdentity(body.text(SITE_ID).orElse(null), body.text(API_KEY).orElse(null)));
  }

  /** Every field of this format, in alphabetical order. */
  static List<String> knownFields() {
    Set<String> names = new TreeSet<>(FroniusPoints.fields());
    names.addAll(Set.of(SITE_ID, API_KEY, ACTION, TIMESTAMP, SEQUENCE));
    return List.copyOf(names);
  }

  /**
   * What it says.
   *
   * @param window the times that a push may tell
   * @param response the body without its key
   */
  PushParse parse(PushWindow window, Set<String> known, String response) {
    if (body.has(SITE_ID) && identity.vendorSiteId() == null) {
      return invalid("siteId is not a text", SITE_ID);
    }
    if (body.has(API_KEY) && identity.apiKey() == null) {
      return invalid("apiKey is not a text", API_KEY);
    }
    String action = body.has(ACTION) ? body.text(ACTION).orElse("") : "store";
    return switch (action) {
      case "test" -> new Probe(identity);
      case "store" -> store(window, known, response);
      default -> invalid("action is neither test nor store", ACTION);
    };
  }

  private PushParse store(PushWindow window, Set<String> known, String response) {
    if (!body.has(TIMESTAMP)) {
      return invalid("Missing timestamp", TIMESTAMP);
    }
    Optional<Instant> time = body.text(TIMESTAMP).flatMap(FroniusPayload::time);
    if (time.isEmpty()) {
      return invalid("timestamp is not an ISO-8601 time with offset", TIMESTAMP);
    }
    if (!window.admits(time.get())) {
      return invalid(PushWindow.REFUSAL, TIMESTAMP);
    }
    Optional<String> sequence = body.text(SEQUENCE).filter(FroniusPayload::isLabel);
    if (sequence.isEmpty()) {
      return invalid(
          body.has(SEQUENCE) ? "sequence is not a text of 1 to 64 characters" : "Missing sequence",
          SEQUENCE);
    }
    int unknown = (int) body.names().stream().filter(name -> !known.contains(name)).count();
    return new Store(
        identity,
        time.get(),
        sequence.get(),
        FroniusPoints.readings(body, time.get()),
        unknown,
        response);
  }

  private static boolean isLabel(String text) {
    return text.length() <= MAX_SEQUENCE && text.chars().noneMatch(Character::isISOControl);
  }

  private PushParse invalid(String message, String field) {
    return new Invalid(message, field, identity);
  }

  /** A time with offset; a local time is ambiguous and hence none. */
  static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
