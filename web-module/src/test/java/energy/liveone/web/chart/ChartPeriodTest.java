package energy.liveone.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.history.HistoryWindow;
import energy.liveone.history.RangeName;
import energy.liveone.history.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ChartPeriodTest {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final Instant NOW = Instant.parse("2026-11-23T03:05:00Z");

  @Test
  void whatAnAddressSaysWronglyCountsAsNotSaid() {
    ChartPeriod expected = new ChartPeriod(RangeName.DAY, null);

    assertThat(ChartPeriod.of(null, null)).isEqualTo(expected);
    assertThat(ChartPeriod.of("1Y", "soon")).isEqualTo(expected);
    assertThat(ChartPeriod.of("'; --", "99999999999")).isEqualTo(expected);
  }

  @Test
  void aDayThatEndsAtTheChangeOfClocksHas23Hours() {
    // Clocks went forward on Sunday, 4 October 2026; its end is the midnight after.
    Instant end = Instant.parse("2026-10-04T13:00:00Z");

    HistoryWindow window =
        ChartPeriod.of("24H", String.valueOf(end.getEpochSecond())).window(NOW, MELBOURNE);

    assertThat(window.to()).isEqualTo(end);
    assertThat(window.length()).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void thirtyDaysAreWholeLocalDays() {
    Instant end = Instant.parse("2026-11-23T13:00:00Z");

    HistoryWindow window =
        ChartPeriod.of("30D", String.valueOf(end.getEpochSecond())).window(NOW, MELBOURNE);

    assertThat(window.to()).isEqualTo(end);
    assertThat(window.from()).isEqualTo(Instant.parse("2026-10-24T13:00:00Z"));
  }

  @Test
  void aWeekIsDrawnInHalfHours() {
    assertThat(ChartPeriod.of("7D", null).resolution()).isEqualTo(Resolution.HALF_HOURS);
    assertThat(ChartPeriod.of("7D", null).window(NOW, MELBOURNE).to()).isEqualTo(NOW);
  }
}
