package energy.liveone.api.data;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.Resolution;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query for the table of a system.
 *
 * @param points keys; empty for all
 * @param fromOrNull exclusive start; null for the first data
 * @param toOrNull inclusive end; null for now
 */
record ExportRequest(
    SystemId system,
    List<PointKey> points,
    Resolution resolution,
    @Nullable Instant fromOrNull,
    @Nullable Instant toOrNull) {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The system, which decides the zone that the rest is read in. */
  static SystemId system(QueryParameters query) {
    for (String name : List.of("composite", "compositeId", "systemIds")) {
      if (query.text(name).isPresent()) {
        throw ApiProblem.invalid(
            name,
            "A table is of one system, named by systemId; a composite has no readings of its own,"
                + " so export its systems one by one or ask /api/data/historical for its series");
      }
    }
    return query.system("systemId").orElseThrow(() -> ApiProblem.missing("systemId"));
  }

  static ExportRequest parse(QueryParameters query, ZoneId zone) {
    List<PointKey> points = query.list("pointKeys").stream().map(HistoryRequest::pointKey).toList();
    Resolution resolution =
        query.text("aggregation").map(HistoryRequest::resolution).orElse(Resolution.FIVE_MINUTES);
    Instant from = time(query, "from", zone, 0).orElse(null);
    Instant to = time(query, "to", zone, 1).orElse(null);
    if (from != null && to != null && !from.isBefore(to)) {
      throw ApiProblem.invalid("from", "from must be before to");
    }
    return new ExportRequest(system(query), points, resolution, from, to);
  }

  /** A time, or the beginning of a local day some days after the one that is named. */
  private static Optional<Instant> time(
      QueryParameters query, String name, ZoneId zone, int daysLater) {
    Optional<String> text = query.text(name);
    if (text.filter(one -> DAY.matcher(one).matches()).isEmpty()) {
      return query.time(name);
    }
    try {
      LocalDate day = LocalDate.parse(text.get()).plusDays(daysLater);
      return Optional.of(Instant.ofEpochSecond(LocalDay.of(day, zone).start()));
    } catch (DateTimeParseException e) {
      throw ApiProblem.invalid(name, "There is no such day");
    }
  }

  /**
   * The time to read: what was asked for as far as there can be data.
   *
   * @param first of the days with data
   * @return nothing when that is no time at all
   */
  Optional<HistoryWindow> window(LocalDate first, ZoneId zone, Instant now) {
    Instant begin = Instant.ofEpochSecond(LocalDay.of(first, zone).start());
    Instant from = fromOrNull == null || fromOrNull.isBefore(begin) ? begin : fromOrNull;
    Instant latest = Instant.ofEpochSecond(now.getEpochSecond());
    Instant to = toOrNull == null || toOrNull.isAfter(latest) ? latest : toOrNull;
    if (!from.isBefore(to)) {
      return Optional.empty();
    }
    try {
      return Optional.of(HistoryWindow.between(from, to));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid("from", String.valueOf(e.getMessage()));
    }
  }
}
