package energy.liveone.history;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.history.Series.Subject;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Time series for charts and scripts. */
@ApplicationScoped
public class HistoryService {
  private final SeriesSource source;
  private final DailySeries daily;

  @Inject
  public HistoryService(SeriesSource source, DailySeries daily) {
    this.source = source;
    this.daily = daily;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected HistoryService() {
    this(null, null);
  }

  /**
   * Reads the series. Points that no system has are missing from the answer.
   *
   * @throws IllegalArgumentException when the answer would be too large, see {@link
   *     ResolutionChoice#isBearable}
   */
  @RequireSystemAccess(Permission.READ)
  public History read(HistoryQuery query) {
    if (!ResolutionChoice.isBearable(query)) {
      throw new IllegalArgumentException("Too many values; ask for a coarser aggregation");
    }
    Map<Integer, Series> series = new LinkedHashMap<>();
    for (Subject subject : source.subjects(query.systems(), query.points())) {
      series.put(subject.pointId(), new Series(subject, query.fields()));
    }
    if (!series.isEmpty()) {
      fill(query, series);
    }
    return new History(query, new ArrayList<>(series.values()));
  }

  /** The first local day of a system that has data; nothing when it has none. */
  @RequireSystemAccess(Permission.READ)
  public Optional<LocalDate> firstDay(SystemId system) {
    return source.firstDay(system);
  }

  private void fill(HistoryQuery query, Map<Integer, Series> series) {
    long from = query.window().from().getEpochSecond();
    long to = query.window().to().getEpochSecond();
    switch (query.resolution()) {
      case RAW -> fillAsTold(series, from, to);
      case FIVE_MINUTES -> source.readFiveMinutes(series, query.fields(), from, to);
      case HALF_HOURS, HOURS ->
          CombinedSeries.fill(
              series, query.fields(), source, from, to, query.resolution().seconds());
      case DAILY -> daily.fill(series, query);
    }
  }

  /** Samples from the raw readings; intervals, which have none, from the rows that they are. */
  private void fillAsTold(Map<Integer, Series> series, long from, long to) {
    Map<Integer, Series> sampled = new LinkedHashMap<>(series);
    sampled.values().removeIf(one -> one.subject().source() == PointSource.INTERVALS);
    Map<Integer, Series> told = new LinkedHashMap<>(series);
    told.keySet().removeAll(sampled.keySet());
    if (!sampled.isEmpty()) {
      source.readRaw(sampled, from, to);
    }
    if (!told.isEmpty()) {
      source.readFiveMinutes(told, Set.of(SeriesField.VALUE), from, to);
    }
  }
}
