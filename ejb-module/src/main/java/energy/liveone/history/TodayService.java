package energy.liveone.history;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.history.Series.Subject;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The day so far of many systems at once, each in its own zone: from midnight there, wherever that
 * is. The rows of all systems come in one query for gauges and one for energies, and go through the
 * arithmetic by which the unfinished day of {@link HistoryService} is made.
 */
@ApplicationScoped
public class TodayService {
  private static final Set<SeriesField> OF_GAUGES =
      Set.of(SeriesField.VALUE, SeriesField.COVERED_SECONDS, SeriesField.DURATION_SECONDS);
  private static final Set<SeriesField> OF_AMOUNTS = Set.of(SeriesField.VALUE);

  private final SeriesSource source;
  private final Clock clock;

  @Inject
  public TodayService(SeriesSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected TodayService() {
    this(null, null);
  }

  /** The days of those systems that have any of the points, in the order of the query. */
  @RequireSystemAccess(Permission.READ)
  public List<DaySoFar> read(TodayQuery query) {
    Instant now = clock.instant();
    Map<Integer, Series> gauges = new LinkedHashMap<>();
    Map<Integer, Series> amounts = new LinkedHashMap<>();
    Map<SystemId, ZoneId> zones = new LinkedHashMap<>();
    for (Subject subject : source.subjects(query.systems(), query.points())) {
      boolean isGauge = subject.numberClass() == NumberClass.GAUGE;
      (isGauge ? gauges : amounts)
          .put(subject.pointId(), new Series(subject, isGauge ? OF_GAUGES : OF_AMOUNTS));
      zones.put(subject.system(), subject.zone());
    }
    Map<SystemId, LocalDay> days = new HashMap<>();
    zones.forEach((system, zone) -> days.put(system, today(now, zone)));
    read(gauges, OF_GAUGES, days.values());
    read(amounts, OF_AMOUNTS, days.values());
    List<DaySoFar> found = new ArrayList<>();
    zones.forEach(
        (system, zone) -> found.add(day(system, days.get(system), zone, gauges, amounts)));
    return found;
  }

  private static LocalDay today(Instant now, ZoneId zone) {
    return LocalDay.of(now.atZone(zone).toLocalDate(), zone);
  }

  /** All rows of all these days, and of other systems' hours between them. */
  private void read(
      Map<Integer, Series> series, Set<SeriesField> fields, Collection<LocalDay> days) {
    if (!series.isEmpty()) {
      long from = days.stream().mapToLong(LocalDay::start).min().orElseThrow();
      long to = days.stream().mapToLong(LocalDay::end).max().orElseThrow();
      source.readFiveMinutes(series, fields, from, to);
    }
  }

  private static DaySoFar day(
      SystemId system,
      LocalDay day,
      ZoneId zone,
      Map<Integer, Series> gauges,
      Map<Integer, Series> amounts) {
    Map<PointKey, QuarterHours> means = new HashMap<>();
    Map<PointKey, Double> totals = new HashMap<>();
    for (Series series : gauges.values()) {
      if (series.subject().system().equals(system)) {
        means.put(series.subject().key(), means(series, day));
      }
    }
    for (Series series : amounts.values()) {
      if (series.subject().system().equals(system)) {
        addTotal(series, day, totals);
      }
    }
    return new DaySoFar(system, day, zone, means, totals);
  }

  private static QuarterHours means(Series series, LocalDay day) {
    QuarterHours means = new QuarterHours(day);
    for (int i = 0; i < series.size(); i++) {
      means.add(
          series.timeAt(i),
          series.valueAt(SeriesField.VALUE, i),
          series.valueAt(SeriesField.DURATION_SECONDS, i),
          series.valueAt(SeriesField.COVERED_SECONDS, i));
    }
    return means;
  }

  private static void addTotal(Series series, LocalDay day, Map<PointKey, Double> totals) {
    for (int i = 0; i < series.size(); i++) {
      double amount = series.valueAt(SeriesField.VALUE, i);
      if (day.contains(series.timeAt(i)) && !Double.isNaN(amount)) {
        totals.merge(series.subject().key(), amount, Double::sum);
      }
    }
  }
}
