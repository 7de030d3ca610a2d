package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.vendor.VendorRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A stretch of a site's local time, as a request names it.
 *
 * @param start and {@code end} as written, without an offset
 */
record LocalRange(LocalDateTime start, LocalDateTime end) {

  private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** The range in the parameters; empty when it is missing, illegible or backwards. */
  static Optional<LocalRange> of(VendorRequest request) {
    try {
      LocalDateTime start =
          LocalDateTime.parse(request.parameters().getOrDefault("startTime", ""), SHAPE);
      LocalDateTime end =
          LocalDateTime.parse(request.parameters().getOrDefault("endTime", ""), SHAPE);
      return end.isBefore(start) ? Optional.empty() : Optional.of(new LocalRange(start, end));
    } catch (DateTimeException illegible) {
      return Optional.empty();
    }
  }

  /** A start in the hour that occurs twice means the first one. */
  Instant first(ZoneId zone) {
    return start.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** An end in the hour that occurs twice means the second one. */
  Instant last(ZoneId zone) {
    return end.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }

  /** A time as the service writes it: without an offset, so that one hour a year comes twice. */
  static String written(Instant instant, ZoneId zone) {
    return SHAPE.format(ZonedDateTime.ofInstant(instant, zone));
  }
}
