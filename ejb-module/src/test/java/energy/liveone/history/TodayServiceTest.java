package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.history.Series.Subject;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TodayServiceTest {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final PointKey POWER = new PointKey("solar_w");
  private static final PointKey ENERGY = new PointKey("solar_kwh");

  /** Monday evening in Melbourne, Monday morning in New York. */
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final StoredRows stored = new StoredRows();

  @Test
  void eachSystemsDayBeginsAtItsOwnMidnight() {
    LocalDay melbourne = LocalDay.of(LocalDate.of(2026, 11, 23), MELBOURNE);
    LocalDay newYork = LocalDay.of(LocalDate.of(2026, 11, 23), NEW_YORK);
    stored.ends = List.of(melbourne.start(), melbourne.start() + 300, newYork.start() + 300);

    List<DaySoFar> days = read();

    assertThat(days).extracting(DaySoFar::day).containsExactly(melbourne, newYork);
    assertThat(days.get(0).totals()).containsEntry(ENERGY, 2.0);
    assertThat(days.get(1).totals()).containsEntry(ENERGY, 1.0);
    assertThat(days.get(0).means().get(POWER).meanAt(0)).isEqualTo(1);
    assertThat(days.get(1).means().get(POWER).meanAt(0)).isEqualTo(1);
    assertThat(days.get(1).means().get(POWER).meanAt(1)).isNaN();
  }

  @Test
  void allSystemsAreReadTogether() {
    read();

    assertThat(stored.queries).containsExactly(2, 2);
  }

  @Test
  void whatIsNotKnownIsMissing() {
    assertThat(read()).allMatch(day -> day.totals().isEmpty());
  }

  private List<DaySoFar> read() {
    return new TodayService(stored, Clock.fixed(NOW, ZoneOffset.UTC))
        .read(new TodayQuery(List.of(new SystemId(1), new SystemId(2)), List.of(POWER, ENERGY)));
  }

  /** A gauge and a counter of each of two systems; every row is 1. */
  private static final class StoredRows implements SeriesSource {
    private final List<Integer> queries = new ArrayList<>();
    private List<Long> ends = List.of();

    @Override
    public List<Subject> subjects(List<SystemId> systems, List<PointKey> keys) {
      return List.of(
          subject(1, 1, POWER, NumberClass.GAUGE, MELBOURNE),
          subject(2, 1, ENERGY, NumberClass.COUNTER, MELBOURNE),
          subject(3, 2, POWER, NumberClass.GAUGE, NEW_YORK),
          subject(4, 2, ENERGY, NumberClass.COUNTER, NEW_YORK));
    }

    private static Subject subject(
        int point, int system, PointKey key, NumberClass numbers, ZoneId zone) {
      return new Subject(
          point, new SystemId(system), key, numbers, PointSource.SAMPLES, "", "", zone);
    }

    @Override
    public void readFiveMinutes(
        Map<Integer, Series> series, Set<SeriesField> fields, long from, long to) {
      queries.add(series.size());
      for (Series one : series.values()) {
        for (long end : ends) {
          if (end > from && end <= to) {
            one.append(end);
            fields.forEach(field -> one.set(field, field == SeriesField.VALUE ? 1 : 300));
          }
        }
      }
    }

    @Override
    public void readRaw(Map<Integer, Series> series, long from, long to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void fiveMinuteRows(Collection<Integer> pointIds, long from, long to, RowSink sink) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void dailyRows(
        Collection<Integer> pointIds, LocalDate first, LocalDate last, RowSink sink) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<LocalDate> staleDays(SystemId system, LocalDate first, LocalDate last) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LocalDate> firstDay(SystemId system) {
      throw new UnsupportedOperationException();
    }
  }
}
