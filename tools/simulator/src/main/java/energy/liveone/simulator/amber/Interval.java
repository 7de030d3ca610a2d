package energy.liveone.simulator.amber;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * One interval {@code (end - minutes, end]}.
 *
 * @param minutes 5 or 30; the end is a whole multiple
 */
record Interval(Instant end, int minutes) {

  private static final int SECONDS = 60;
  private static final DateTimeFormatter WITH_SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

  /** The interval of this length in which an instant lies; a boundary belongs to the next. */
  static Interval at(Instant instant, int minutes) {
    long step = (long) minutes * SECONDS;
    long index = Math.floorDiv(instant.getEpochSecond(), step);
    return new Interval(Instant.ofEpochSecond((index + 1) * step), minutes);
  }

  /** All intervals of this length with an end in {@code (from, to]}; both are boundaries. */
  static List<Interval> between(Instant from, Instant to, int minutes) {
    List<Interval> intervals = new ArrayList<>();
    Interval interval = at(from, minutes);
    while (!interval.end.isAfter(to)) {
      intervals.add(interval);
      interval = interval.later(1);
    }
    return intervals;
  }

  Instant start() {
    return end.minusSeconds((long) minutes * SECONDS);
  }

  Interval later(int steps) {
    return new Interval(end.plusSeconds((long) steps * minutes * SECONDS), minutes);
  }

  /** The parts that the market prices one by one, 5 minutes each. */
  List<Interval> dispatches() {
    return between(start(), end, Market.DISPATCH_MINUTES);
  }

  /**
   * The members that every record begins with. The start is one second late, as Amber's is.
   *
   * @param skewSeconds error of the vendor's clock
   */
  JsonObjectBuilder json(String type, long skewSeconds) {
    Instant shownEnd = end.plusSeconds(skewSeconds);
    return JsonText.object()
        .add("type", type)
        .add("date", NemTime.dayOfEnd(shownEnd).toString())
        .add("duration", minutes)
        .add("startTime", start().plusSeconds(skewSeconds + 1).toString())
        .add("endTime", shownEnd.toString())
        .add("nemTime", WITH_SECONDS.format(OffsetDateTime.ofInstant(shownEnd, NemTime.OFFSET)));
  }
}
