package energy.liveone.vendor.solaredge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Local times of a site without an offset, {@code 2026-11-23 13:20:00}, as instants and back. Where
 * clocks go back, an hour occurs twice; where they go forward, one does not occur at all.
 */
record SiteTime(ZoneId zone) {
  private static final DateTimeFormatter SHAPE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final Duration QUARTER = Duration.ofMinutes(15);

  /**
   * The start of a stretch as a parameter. One in the hour that occurs twice is moved to before it:
   * nobody says which of the two the vendor would take.
   */
  String startText(Instant start) {
    LocalDateTime local = LocalDateTime.ofInstant(start, zone);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return SHAPE.format(change == null ? local : change.getDateTimeAfter().minus(QUARTER));
  }

  /** The end of a stretch as a parameter; one in the hour that occurs twice is moved behind it. */
  String endText(Instant end) {
    LocalDateTime local = LocalDateTime.ofInstant(end, zone);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return SHAPE.format(change == null ? local : change.getDateTimeBefore());
  }

  /** A time that stands alone: of two possible ones that which is nearer to now. */
  Optional<Instant> near(String text, Instant now) {
    return parse(text)
        .flatMap(
            local ->
                zone.getRules().getValidOffsets(local).stream()
                    .map(local::toInstant)
                    .min(Comparator.comparing(time -> Duration.between(time, now).abs())));
  }

  /** Reads the times of rows that follow each other. */
  Rows rows() {
    return new Rows();
  }

  private static Optional<LocalDateTime> parse(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, SHAPE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The times of rows in their order; when they step back in the double hour, it is the second. */
  final class Rows {
    private @Nullable ZoneOffsetTransition doubled;
    private LocalDateTime previous = LocalDateTime.MIN;
    private boolean second;

    /** The next row's time; empty when it is illegible or does not exist there. */
    Optional<Instant> next(String text) {
      return parse(text).flatMap(this::next);
    }

    private Optional<Instant> next(LocalDateTime local) {
      ZoneOffsetTransition change = zone.getRules().getTransition(local);
      if (change != null && change.isGap()) {
        return Optional.empty();
      }
      second = change != null && change.equals(doubled) && (second || local.isBefore(previous));
      doubled = change;
      previous = local;
      return Optional.of(
          second
              ? local.atZone(zone).withLaterOffsetAtOverlap().toInstant()
              : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }
  }
}
