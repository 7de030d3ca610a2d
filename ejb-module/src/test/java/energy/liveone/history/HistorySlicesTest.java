package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistorySlicesTest {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final HistoryWindow YEARS =
      HistoryWindow.between(
          Instant.parse("2024-01-31T13:07:11Z"), Instant.parse("2026-11-23T10:12:34Z"));

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void piecesFollowOneAnotherFromBeginningToEnd(Resolution resolution) {
    List<HistoryWindow> pieces = HistorySlices.of(YEARS, MELBOURNE, resolution, 600);

    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(pieces.get(0).from()).isEqualTo(YEARS.from());
    assertThat(pieces.get(pieces.size() - 1).to()).isEqualTo(YEARS.to());
    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).to());
    }
  }

  @ParameterizedTest
  @EnumSource(value = Resolution.class, names = "DAILY", mode = EnumSource.Mode.EXCLUDE)
  void intervalsAreNotCutApart(Resolution resolution) {
    List<HistoryWindow> pieces = HistorySlices.of(YEARS, MELBOURNE, resolution, 40);

    assertThat(pieces.subList(1, pieces.size()))
        .allMatch(piece -> piece.from().getEpochSecond() % 3_600 == 0);
  }

  @Test
  void daysAreCutAtMidnightAlsoWhenClocksAreChanged() {
    List<HistoryWindow> pieces = HistorySlices.of(YEARS, MELBOURNE, Resolution.DAILY, 200_000);

    assertThat(pieces.subList(1, pieces.size()))
        .allMatch(piece -> piece.from().atZone(MELBOURNE).toLocalTime().toSecondOfDay() == 0);
    assertThat(pieces)
        .contains(
            HistoryWindow.between(
                midnight(LocalDate.of(2026, 4, 5)), midnight(LocalDate.of(2026, 4, 6))));
    assertThat(
            Duration.between(
                midnight(LocalDate.of(2026, 4, 5)), midnight(LocalDate.of(2026, 4, 6))))
        .hasHours(25);
  }

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void everyPieceCanBeRead(Resolution resolution) {
    List<PointKey> points =
        IntStream.range(0, 1_000).mapToObj(i -> new PointKey("p" + i + "_w")).toList();

    assertThat(HistorySlices.of(YEARS, MELBOURNE, resolution, points.size()))
        .allMatch(
            piece ->
                ResolutionChoice.isBearable(
                    new HistoryQuery(
                        List.of(new SystemId(1)), points, piece, resolution, Set.of())));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(MELBOURNE).toInstant();
  }
}
