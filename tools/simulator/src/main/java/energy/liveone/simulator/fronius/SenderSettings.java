package energy.liveone.simulator.fronius;

import energy.liveone.simulator.fronius.NativePowerFlow.Shape;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How a sender behaves.
 *
 * @param target address of the push route, e.g. {@code http://127.0.0.1:8080/api/push/fronius}
 * @param apiKey the key that LiveOne gave out
 * @param period virtual time between two batches
 * @param backOff real time to wait after the first failure; doubled by each further one, up to 60
 *     times
 * @param habits everything that is not ordinary
 */
record SenderSettings(
    String siteId, URI target, String apiKey, Duration period, Duration backOff, Habits habits) {

  private static final String PUSH_PATH = "/api/push/fronius";

  /**
   * What a sender does beside sending each batch once and in order.
   *
   * @param spool whether an undelivered batch is kept; otherwise its energy goes into the next
   *     batch
   * @param outage whether nothing gets out at all
   * @param replay the order in which kept batches are sent
   * @param repeatSequence whether each accepted batch is sent once more
   * @param wrongKey whether the key is wrong
   * @param allNull whether all readings are null
   * @param nativeShape the shape of the native document, or empty for the collector's body
   */
  record Habits(
      boolean spool,
      boolean outage,
      Replay replay,
      boolean repeatSequence,
      boolean wrongKey,
      boolean allNull,
      Optional<Shape> nativeShape) {

    static final Habits ORDINARY =
        new Habits(true, false, Replay.OLDEST_FIRST, false, false, false, Optional.empty());
  }

  /** The order in which kept batches are sent. */
  enum Replay {
    OLDEST_FIRST,
    NEWEST_FIRST,
    SHUFFLED
  }

  static SenderSettings create(String siteId, JsonObject body) {
    String target =
        ControlInput.text(body, "targetUrl")
            .orElseThrow(() -> ControlRefusal.badRequest("targetUrl is missing"));
    String apiKey =
        ControlInput.text(body, "apiKey")
            .orElseThrow(() -> ControlRefusal.badRequest("apiKey is missing"));
    return new SenderSettings(
            siteId,
            address(target),
            apiKey,
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Habits.ORDINARY)
        .changedBy(body);
  }

  /** The same settings where {@code body} says nothing else. */
  SenderSettings changedBy(JsonObject body) {
    return new SenderSettings(
        siteId,
        ControlInput.text(body, "targetUrl").map(SenderSettings::address).orElse(target),
        ControlInput.text(body, "apiKey").orElse(apiKey),
        ControlInput.integer(body, "periodSeconds", 1, 3_600)
            .map(Duration::ofSeconds)
            .orElse(period),
        ControlInput.integer(body, "backOffMs", 1, 60_000).map(Duration::ofMillis).orElse(backOff),
        habits(body));
  }

  private Habits habits(JsonObject body) {
    return new Habits(
        ControlInput.flag(body, "spool").orElse(habits.spool),
        ControlInput.flag(body, "outage").orElse(habits.outage),
        ControlInput.text(body, "replay")
            .map(text -> choice(Replay.class, "replay", text))
            .orElse(habits.replay),
        ControlInput.flag(body, "repeatSequence").orElse(habits.repeatSequence),
        ControlInput.flag(body, "wrongKey").orElse(habits.wrongKey),
        ControlInput.flag(body, "allNull").orElse(habits.allNull),
        ControlInput.text(body, "native").map(SenderSettings::shape).orElse(habits.nativeShape));
  }

  private static Optional<Shape> shape(String text) {
    return text.equals("off") ? Optional.empty() : Optional.of(choice(Shape.class, "native", text));
  }

  /** Choices are spelt {@code oldestFirst} outside and {@code OLDEST_FIRST} here. */
  private static <E extends Enum<E>> E choice(Class<E> type, String member, String text) {
    for (E constant : type.getEnumConstants()) {
      if (wireName(constant).equals(text)) {
        return constant;
      }
    }
    throw ControlRefusal.badRequest(member + " cannot be " + text);
  }

  private static String wireName(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static URI address(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException notAnAddress) {
      throw ControlRefusal.badRequest("targetUrl is no address");
    }
    if (uri.getHost() == null || !(text.startsWith("http://") || text.startsWith("https://"))) {
      throw ControlRefusal.badRequest("targetUrl must begin with http:// or https:// and a host");
    }
    boolean serverOnly = uri.getPath().isEmpty() || uri.getPath().equals("/");
    return serverOnly ? uri.resolve(PUSH_PATH) : uri;
  }

  /** The settings as the control API shows them: without the key. */
  JsonObjectBuilder json() {
    return JsonText.object()
        .add("siteId", siteId)
        .add("targetUrl", target.toString())
        .add("periodSeconds", period.toSeconds())
        .add("backOffMs", backOff.toMillis())
        .add("spool", habits.spool)
        .add("outage", habits.outage)
        .add("replay", wireName(habits.replay))
        .add("repeatSequence", habits.repeatSequence)
        .add("wrongKey", habits.wrongKey)
        .add("allNull", habits.allNull)
        .add("native", habits.nativeShape.map(SenderSettings::wireName).orElse("off"));
  }

  /** The key stays out of any text that the settings may end up in. */
  @Override
  public String toString() {
    return "SenderSettings[" + siteId + "]";
  }
}
