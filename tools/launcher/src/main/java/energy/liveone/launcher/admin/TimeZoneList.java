package energy.liveone.launcher.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time zones that a system may have, each with its offset now and its next change: for choosing
 * the right one at set-up.
 */
public final class TimeZoneList {
  private final Clock clock;

  public TimeZoneList(Clock clock) {
    this.clock = clock;
  }

  /** Regions whose name contains the text, in any case, by name. */
  public List<String> lines(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(
            name -> name.contains("/") && !name.startsWith("Etc/") && !name.startsWith("SystemV/"))
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
        .sorted()
        .map(this::line)
        .toList();
  }

  private String line(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant now = clock.instant();
    Optional<ZoneOffsetTransition> next = Optional.ofNullable(zone.getRules().nextTransition(now));
    String change =
        next.map(
                transition ->
                    ", from "
                        + transition.getDateTimeBefore().toLocalDate()
                        + " UTC"
                        + transition.getOffsetAfter())
            .orElse("");
    return "%-32s UTC%s%s".formatted(name, zone.getRules().getOffset(now), change);
  }
}
