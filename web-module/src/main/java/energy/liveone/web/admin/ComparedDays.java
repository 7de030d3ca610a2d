package energy.liveone.web.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The days that a comparison begins with: yesterday and today where the systems are. Half of the
 * time the date there is not that of the server, and today's numbers would be left out.
 *
 * @param from where systems live on different dates, yesterday of the earlier one
 * @param to and today of the later one
 */
public record ComparedDays(LocalDate from, LocalDate to) {
  static ComparedDays of(Collection<ZoneId> zones, Instant now) {
    LocalDate here = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Comparator<LocalDate> order = Comparator.naturalOrder();
    return new ComparedDays(
        dates(zones, now).min(order).orElse(here).minusDays(1),
        dates(zones, now).max(order).orElse(here));
  }

  private static Stream<LocalDate> dates(Collection<ZoneId> zones, Instant now) {
    return zones.stream().map(zone -> LocalDate.ofInstant(now, zone));
  }
}
