package energy.liveone.history;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.Combined;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Local days: the stored rows, and for days whose rows are missing or stale, today among them, the
 * same computation on the spot from 5-minute rows.
 */
@Dependent
class DailySeries {
  private final SeriesSource source;

  @Inject
  DailySeries(SeriesSource source) {
    this.source = source;
  }

  /** Fills in each system's days, labelled by their local midnight. */
  void fill(Map<Integer, Series> series, HistoryQuery query) {
    Map<SystemId, Map<Integer, Series>> bySystem = new LinkedHashMap<>();
    series.forEach(
        (id, s) ->
            bySystem.computeIfAbsent(s.subject().system(), x -> new LinkedHashMap<>()).put(id, s));
    bySystem.forEach((system, its) -> fillSystem(system, its, query));
  }

  private void fillSystem(SystemId system, Map<Integer, Series> series, HistoryQuery query) {
    ZoneId zone = series.values().iterator().next().subject().zone();
    LocalDate last = LocalDay.containing(query.window().to().getEpochSecond(), zone).date();
    LocalDate first = firstDay(query.window(), last, zone);
    Set<LocalDate> stale = source.staleDays(system, first, last);
    Map<Integer, SortedMap<LocalDate, Aggregate>> days = new LinkedHashMap<>();
    series.keySet().forEach(id -> days.put(id, new TreeMap<>()));
    source.dailyRows(
        series.keySet(),
        first,
        last,
        (id, row) -> {
          LocalDate day = LocalDay.containing(row.end(), zone).date();
          if (!stale.contains(day)) {
            days.get(id).put(day, row);
          }
        });
    stale.stream().sorted().forEach(day -> compute(LocalDay.of(day, zone), days));
    days.forEach(
        (id, rows) ->
            rows.forEach(
                (day, row) ->
                    AggregateFields.append(
                        series.get(id), LocalDay.of(day, zone).start(), row, query.fields())));
  }

  private static LocalDate firstDay(HistoryWindow window, LocalDate last, ZoneId zone) {
    return window
        .name()
        .map(name -> last.minusDays(Math.max(1, name.length().toDays()) - 1))
        .orElseGet(() -> LocalDay.containing(window.from().getEpochSecond() + 1, zone).date());
  }

  private void compute(LocalDay day, Map<Integer, SortedMap<LocalDate, Aggregate>> days) {
    Map<Integer, List<Aggregate>> rows = new LinkedHashMap<>();
    source.fiveMinuteRows(
        days.keySet(),
        day.start(),
        day.end(),
        (id, row) -> rows.computeIfAbsent(id, x -> new ArrayList<>()).add(row));
    rows.forEach(
        (id, of) ->
            Combined.of(of, day.end(), day.seconds())
                .ifPresent(row -> days.get(id).put(day.date(), row)));
  }
}
