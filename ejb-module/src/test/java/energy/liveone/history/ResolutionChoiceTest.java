package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionChoiceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:12:34Z");

  @ParameterizedTest
  @CsvSource({
    "1H, raw",
    "6H, raw",
    "24H, 5m",
    "7D, daily",
    "30D, daily",
    "1Y, daily",
  })
  void rangesHaveTheResolutionOfTheOriginal(String range, String resolution) {
    HistoryWindow window = HistoryWindow.of(RangeName.ofWireName(range).orElseThrow(), NOW);

    assertThat(ResolutionChoice.suiting(window).wireName()).isEqualTo(resolution);
  }

  @Test
  void otherWindowsAreJudgedByTheirLength() {
    assertThat(ResolutionChoice.suiting(window(Duration.ofHours(6)))).isEqualTo(Resolution.RAW);
    assertThat(ResolutionChoice.suiting(window(Duration.ofHours(6).plusSeconds(1))))
        .isEqualTo(Resolution.FIVE_MINUTES);
    assertThat(ResolutionChoice.suiting(window(Duration.ofHours(25)))).isEqualTo(Resolution.DAILY);
  }

  @Test
  void aYearOfFiveMinutesOfTwelvePointsIsBearable() {
    assertThat(
            ResolutionChoice.isBearable(query(Duration.ofDays(365), 12, Resolution.FIVE_MINUTES)))
        .isTrue();
  }

  @Test
  void aYearOfRawReadingsOfTwelvePointsIsNot() {
    assertThat(ResolutionChoice.isBearable(query(Duration.ofDays(365), 12, Resolution.RAW)))
        .isFalse();
  }

  @Test
  void namedRangesHaveExactlyTheirNumberOfIntervalsAndTheRunningOneAmongThem() {
    HistoryQuery query =
        new HistoryQuery(
            List.of(new SystemId(1)),
            List.of(new PointKey("solar_w")),
            HistoryWindow.of(RangeName.DAY, NOW),
            Resolution.FIVE_MINUTES,
            Set.of());

    assertThat(query.window().to()).isEqualTo("2026-11-23T10:15:00Z");
    assertThat(query.window().length().toSeconds() / 300).isEqualTo(288);
  }

  @Test
  void otherWindowsStayAsTheyAre() {
    HistoryQuery query = query(Duration.ofHours(24), 1, Resolution.FIVE_MINUTES);

    assertThat(query.window().to()).isEqualTo(NOW);
  }

  private static HistoryWindow window(Duration length) {
    return HistoryWindow.between(NOW.minus(length), NOW);
  }

  private static HistoryQuery query(Duration length, int points, Resolution resolution) {
    List<PointKey> keys = IntStream.range(0, points).mapToObj(i -> new PointKey("p" + i)).toList();
    return new HistoryQuery(List.of(new SystemId(1)), keys, window(length), resolution, Set.of());
  }
}
