package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.history.Series.Subject;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DailySeriesTest {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final StoredRows stored = new StoredRows();
  private final Series series =
      new Series(
          new Subject(
              1,
              new SystemId(1),
              new PointKey("solar_kwh"),
              NumberClass.COUNTER,
              PointSource.SAMPLES,
              "Solar",
              "kWh",
              MELBOURNE),
          EnumSet.of(SeriesField.VALUE));

  @Test
  void sevenDaysAreSixStoredOnesAndToday() {
    for (int back = 7; back >= 1; back--) {
      stored.days.put(TODAY.minusDays(back), 10.0 + back);
    }
    stored.stale.add(TODAY);
    stored.fiveMinutes.put(LocalDay.of(TODAY, MELBOURNE).start() + 300, 0.25);
    stored.fiveMinutes.put(LocalDay.of(TODAY, MELBOURNE).start() + 600, 0.5);

    fill(HistoryWindow.of(RangeName.WEEK, NOW));

    assertThat(series.size()).isEqualTo(7);
    assertThat(series.timeAt(0)).isEqualTo(LocalDay.of(TODAY.minusDays(6), MELBOURNE).start());
    assertThat(series.valueAt(SeriesField.VALUE, 0)).isEqualTo(16.0);
    assertThat(series.valueAt(SeriesField.VALUE, 6)).isEqualTo(0.75);
  }

  @Test
  void aStaleDayIsNotTakenFromItsOldRow() {
    LocalDate yesterday = TODAY.minusDays(1);
    stored.days.put(yesterday, 99.0);
    stored.stale.add(yesterday);
    stored.fiveMinutes.put(LocalDay.of(yesterday, MELBOURNE).end(), 3.0);

    fill(HistoryWindow.of(RangeName.WEEK, NOW));

    assertThat(series.size()).isEqualTo(1);
    assertThat(series.valueAt(SeriesField.VALUE, 0)).isEqualTo(3.0);
  }

  @Test
  void aWindowHasTheDaysThatItTouches() {
    stored.days.put(TODAY.minusDays(3), 1.0);
    stored.days.put(TODAY.minusDays(2), 2.0);
    stored.days.put(TODAY.minusDays(1), 3.0);
    long midnight = LocalDay.of(TODAY.minusDays(2), MELBOURNE).start();

    fill(
        HistoryWindow.between(
            Instant.ofEpochSecond(midnight), Instant.ofEpochSecond(midnight + 86_400)));

    assertThat(series.size()).isEqualTo(1);
    assertThat(series.valueAt(SeriesField.VALUE, 0)).isEqualTo(2.0);
  }

  private void fill(HistoryWindow window) {
    new DailySeries(stored)
        .fill(
            Map.of(1, series),
            new HistoryQuery(
                List.of(new SystemId(1)),
                List.of(new PointKey("solar_kwh")),
                window,
                Resolution.DAILY,
                Set.of()));
  }

  /** Rows of one counter, by day and by end of interval; values are deltas. */
  private static final class StoredRows implements SeriesSource {
    private final Map<LocalDate, Double> days = new TreeMap<>();
    private final Map<Long, Double> fiveMinutes = new TreeMap<>();
    private final Set<LocalDate> stale = new HashSet<>();

    @Override
    public Optional<LocalDate> firstDay(SystemId system) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Subject> subjects(List<SystemId> systems, List<PointKey> keys) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void readRaw(Map<Integer, Series> series, long from, long to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void readFiveMinutes(
        Map<Integer, Series> series, Set<SeriesField> fields, long from, long to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void fiveMinuteRows(Collection<Integer> pointIds, long from, long to, RowSink sink) {
      fiveMinutes.forEach(
          (end, delta) -> {
            if (end > from && end <= to) {
              sink.accept(1, row(end, delta));
            }
          });
    }

    @Override
    public void dailyRows(
        Collection<Integer> pointIds, LocalDate first, LocalDate last, RowSink sink) {
      days.forEach(
          (day, delta) -> {
            if (!day.isBefore(first) && !day.isAfter(last)) {
              sink.accept(1, row(LocalDay.of(day, MELBOURNE).end(), delta));
            }
          });
    }

    @Override
    public Set<LocalDate> staleDays(SystemId system, LocalDate first, LocalDate last) {
      return stale;
    }

    private static Aggregate row(long end, double delta) {
      return new Aggregate(end, null, null, null, null, 1, null, null, delta, 300, 0);
    }
  }
}
