package energy.liveone.vendor.amber;

import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.amber.AmberChannel.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One record of one interval and channel. The end and the duration count, as Amber's starts are one
 * second late.
 *
 * @param end inclusive, on the 5-minute grid
 * @param identifier of the channel; null where only its kind is told
 */
record AmberRecord(
    RecordType type,
    Instant end,
    Duration length,
    Kind kind,
    @Nullable String identifier,
    JsonFields fields) {

  /** A vendor's clock further ahead than this is not believed. */
  private static final Duration MAX_AHEAD = Duration.ofMinutes(5);

  private static final int GRID_SECONDS = 300;
  private static final int MAX_MINUTES = 24 * 60;
  private static final int SECONDS = 60;

  /** What a record tells of. */
  enum RecordType {
    ACTUAL("ActualInterval"),
    CURRENT("CurrentInterval"),
    FORECAST("ForecastInterval"),
    USAGE("Usage");

    private final String wireName;

    RecordType(String wireName) {
      this.wireName = wireName;
    }

    static Optional<RecordType> of(String wireName) {
      return Stream.of(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
    }
  }

  /**
   * Reads a record; empty when its type, channel or interval cannot be understood, or when it tells
   * of the wrong side of now: what was measured in the future, or foretold of the past.
   */
  static Optional<AmberRecord> of(JsonFields fields, Instant now) {
    Optional<RecordType> type = fields.text("type").flatMap(RecordType::of);
    Optional<Kind> kind = fields.text("channelType").flatMap(Kind::of);
    Optional<Instant> end = time(fields, "endTime").or(() -> time(fields, "nemTime"));
    Optional<Duration> length = length(fields);
    if (type.isEmpty() || kind.isEmpty() || end.isEmpty() || length.isEmpty()) {
      return Optional.empty();
    }
    AmberRecord read =
        new AmberRecord(
            type.get(),
            end.get(),
            length.get(),
            kind.get(),
            fields.text("channelIdentifier").orElse(null),
            fields);
    return Optional.of(read).filter(one -> one.isOnGrid() && one.isBelievable(now));
  }

  private static Optional<Instant> time(JsonFields fields, String name) {
    try {
      return fields.text(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> length(JsonFields fields) {
    OptionalDouble minutes = fields.number("duration");
    boolean whole = minutes.isPresent() && minutes.getAsDouble() % 5 == 0;
    return whole && minutes.getAsDouble() >= 5 && minutes.getAsDouble() <= MAX_MINUTES
        ? Optional.of(Duration.ofMinutes((long) minutes.getAsDouble()))
        : Optional.empty();
  }

  private boolean isOnGrid() {
    return end.getNano() == 0 && end.getEpochSecond() % GRID_SECONDS == 0;
  }

  private boolean isBelievable(Instant now) {
    Instant latest = now.plus(MAX_AHEAD);
    return switch (type) {
      case ACTUAL, USAGE -> !end.isAfter(latest);
      case CURRENT -> !start().isAfter(latest);
      case FORECAST -> end.isAfter(now);
    };
  }

  Instant start() {
    return end.minus(length);
  }

  long minutes() {
    return length.toSeconds() / SECONDS;
  }
}
