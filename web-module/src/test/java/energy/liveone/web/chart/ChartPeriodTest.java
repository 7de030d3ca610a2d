package energy.liveone.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.history.HistoryWindow;
import energy.liveone.web.chart.ChartPeriod.Wanted;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ChartPeriodTest {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final Instant NOW = Instant.parse("2026-11-23T03:05:00Z");

  private static ChartPeriod rolling(String range, Instant end) {
    return ChartPeriod.of(new Wanted(range, String.valueOf(end.getEpochSecond()), null, null));
  }

  private static HistoryWindow calendar(String range, String on) {
    return ChartPeriod.of(new Wanted(range, null, on, null))
        .window(NOW, MELBOURNE, DayOfWeek.MONDAY);
  }

  private static String local(Instant time) {
    return time.atZone(MELBOURNE).toLocalDateTime().toString();
  }

  @Test
  void whatAnAddressSaysWronglyCountsAsNotSaid() {
    ChartPeriod expected = new ChartPeriod(ChartRange.ONE_DAY, null, null, ChartStep.FIVE_MINUTES);

    assertThat(ChartPeriod.of(Wanted.NOTHING)).isEqualTo(expected);
    assertThat(ChartPeriod.of(new Wanted("2Y", "soon", "today", "2m"))).isEqualTo(expected);
    assertThat(ChartPeriod.of(new Wanted("'; --", "99999999999", "9999-99-99", "daily")))
        .isEqualTo(expected);
    assertThat(ChartPeriod.of(new Wanted("day", "1795000000", "+99999-01-01", null)).isLive())
        .isTrue();
  }

  @Test
  void aDayThatEndsAtTheChangeOfClocksHas23Hours() {
    // Clocks went forward on Sunday, 4 October 2026; its end is the midnight after.
    Instant end = Instant.parse("2026-10-04T13:00:00Z");

    HistoryWindow rolling = rolling("24H", end).window(NOW, MELBOURNE, DayOfWeek.MONDAY);
    HistoryWindow day = calendar("day", "2026-10-04");

    assertThat(rolling.to()).isEqualTo(end);
    assertThat(rolling.length()).isEqualTo(Duration.ofHours(23));
    assertThat(day.from()).isEqualTo(rolling.from());
    assertThat(day.to()).isEqualTo(end);
  }

  @Test
  void thirtyDaysAndAYearAreWholeLocalDays() {
    Instant end = Instant.parse("2026-11-23T13:00:00Z");

    HistoryWindow month = rolling("30D", end).window(NOW, MELBOURNE, DayOfWeek.MONDAY);
    HistoryWindow year = rolling("1Y", end).window(NOW, MELBOURNE, DayOfWeek.MONDAY);

    assertThat(month.to()).isEqualTo(end);
    assertThat(local(month.from())).isEqualTo("2026-10-25T00:00");
    assertThat(local(year.from())).isEqualTo("2025-11-24T00:00");
  }

  @Test
  void aWeekBeginsOnTheDayThatTheReaderBeginsItOn() {
    ChartPeriod week = ChartPeriod.of(new Wanted("week", null, "2026-11-22", null));

    assertThat(local(week.window(NOW, MELBOURNE, DayOfWeek.MONDAY).from()))
        .isEqualTo("2026-11-16T00:00");
    assertThat(local(week.window(NOW, MELBOURNE, DayOfWeek.SUNDAY).from()))
        .isEqualTo("2026-11-22T00:00");
  }

  @Test
  void monthsAndYearsContainTheirDay() {
    assertThat(local(calendar("month", "2024-02-29").from())).isEqualTo("2024-02-01T00:00");
    assertThat(local(calendar("month", "2024-02-29").to())).isEqualTo("2024-03-01T00:00");
    assertThat(local(calendar("year", "2024-02-29").to())).isEqualTo("2025-01-01T00:00");
    assertThat(local(calendar("month", null).from())).isEqualTo("2026-11-01T00:00");
  }

  @Test
  void aStepThatTheRangeHasIsTaken() {
    assertThat(ChartPeriod.of(new Wanted("7D", null, null, null)).step())
        .isEqualTo(ChartStep.HALF_HOURS);
    assertThat(ChartPeriod.of(new Wanted("7D", null, null, "1h")).step())
        .isEqualTo(ChartStep.HOURS);
    assertThat(ChartPeriod.of(new Wanted("7D", null, null, "raw")).step())
        .isEqualTo(ChartStep.HALF_HOURS);
    assertThat(ChartPeriod.of(new Wanted("1Y", null, null, null)).step().isEnergy()).isTrue();
  }
}
