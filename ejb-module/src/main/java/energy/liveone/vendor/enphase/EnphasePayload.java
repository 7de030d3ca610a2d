package energy.liveone.vendor.enphase;

import energy.liveone.point.PointKey;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.enphase.EnphasePoints.Feed;
import energy.liveone.vendor.enphase.EnphasePoints.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A document of telemetry: {@code {"intervals": [{"end_at", …}, …], …}}, where some kinds have an
 * array in the array. Times are epoch seconds of the intervals' ends.
 */
sealed interface EnphasePayload {
  /** A clock further ahead than this is not believed. */
  Duration MAX_AHEAD = Duration.ofMinutes(5);

  /** Intervals end on full five minutes; a time beside them is taken for the nearest. */
  int GRID_SECONDS = 300;

  /**
   * Telemetry, oldest first as the vendor has it; of two values of one interval the later counts.
   *
   * @param readings possibly none
   */
  record Telemetry(List<IntervalReading> readings) implements EnphasePayload {
    /** The end of the newest interval. */
    Optional<Instant> newest() {
      return readings.stream().map(IntervalReading::end).max(Instant::compareTo);
    }
  }

  /** Something else; {@code reason} is plain words without any of the text. */
  record Unusable(String reason) implements EnphasePayload {}

  /** Reads a body. */
  static EnphasePayload of(String body, Feed feed, Instant now) {
    return JsonParse.of(body)
        .fold(
            read -> of(read.fields(), feed, now),
            malformed ->
                new Unusable(
                    body.stripLeading().startsWith("<")
                        ? "A web page came in place of data"
                        : malformed.reason()));
  }

  private static EnphasePayload of(JsonFields document, Feed feed, Instant now) {
    Optional<List<JsonFields>> rows = document.objectsAtAnyDepth("intervals");
    if (rows.isEmpty()) {
      return new Unusable("The data has no intervals");
    }
    Map<Slot, IntervalReading> readings = new LinkedHashMap<>();
    boolean ahead = false;
    for (JsonFields row : rows.get()) {
      OptionalDouble seconds = row.number("end_at");
      if (seconds.isEmpty() || seconds.getAsDouble() < 1) {
        continue;
      }
      if (seconds.getAsDouble() > now.plus(MAX_AHEAD).getEpochSecond()) {
        ahead = true;
      } else {
        read(row, onGrid(seconds.getAsDouble()), feed, readings);
      }
    }
    return ahead && readings.isEmpty()
        ? new Unusable("All intervals are more than 5 minutes in the future")
        : new Telemetry(List.copyOf(readings.values()));
  }

  private static Instant onGrid(double seconds) {
    return Instant.ofEpochSecond(Math.round(seconds / GRID_SECONDS) * GRID_SECONDS);
  }

  private static void read(
      JsonFields row, Instant end, Feed feed, Map<Slot, IntervalReading> readings) {
    for (Row point : feed.rows()) {
      OptionalDouble value = point.value().apply(row);
      if (value.isPresent()) {
        readings.put(
            new Slot(point.key(), end),
            new IntervalReading(
                point.key(), end, feed.interval(), value.getAsDouble(), IntervalQuality.ACTUAL));
      }
    }
  }

  /** One point in one interval. */
  record Slot(PointKey point, Instant end) {}

  default <R> R fold(Function<Telemetry, R> telemetry, Function<Unusable, R> unusable) {
    if (this instanceof Telemetry t) {
      return telemetry.apply(t);
    }
    return unusable.apply((Unusable) this);
  }
}
