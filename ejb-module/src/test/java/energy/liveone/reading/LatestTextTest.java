package energy.liveone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.aggregate.Sample;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import energy.liveone.reading.SystemWindow.PointWindow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatestTextTest {
  private static final SystemWindow WINDOW =
      new SystemWindow(
          7,
          3,
          1_700_000_060,
          Map.of(
              11,
              new PointWindow(
                  null, List.of(new Sample(1_700_000_000, 1), new Sample(1_700_000_060, -2.5e-7))),
              12,
              new PointWindow(new Sample(1_699_999_000, 12_345.678), List.of()),
              13,
              PointWindow.EMPTY));

  @Test
  void aPointsNewestSampleIsItsLatestValue() {
    LatestSnapshot snapshot = LatestText.of(WINDOW).snapshot();

    assertThat(snapshot)
        .isEqualTo(
            new LatestSnapshot(
                7,
                3,
                1_700_000_060,
                Map.of(
                    11,
                    new TimedValue(1_700_000_060, -2.5e-7),
                    12,
                    new TimedValue(1_699_999_000, 12_345.678))));
  }

  @Test
  void aCacheEntryHoldsAllOfIt() {
    LatestText text = LatestText.of(WINDOW);

    assertThat(LatestText.ofEntry(7, text.entry())).isEqualTo(text);
  }

  @Test
  void aSystemWithoutReadingsHasAnEmptyOne() {
    assertThat(LatestText.of(new SystemWindow(7, 0, 0, Map.of())).points()).isEqualTo("{}");
  }
}
