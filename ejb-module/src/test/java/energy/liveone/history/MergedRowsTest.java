package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.history.Series.Subject;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergedRowsTest {
  @Test
  void equalTimesShareARowAndGapsStayGaps() {
    MergedRows rows = new MergedRows(List.of(series(10, 20, 40), series(20, 30, 40)));

    List<String> seen = new ArrayList<>();
    while (rows.next()) {
      seen.add(rows.time() + ":" + rows.indexIn(0) + "," + rows.indexIn(1));
    }

    assertThat(seen).containsExactly("10:0,-1", "20:1,0", "30:-1,1", "40:2,2");
  }

  @Test
  void nothingHasNoRows() {
    assertThat(new MergedRows(List.of(series())).next()).isFalse();
  }

  private static Series series(long... times) {
    Series series =
        new Series(
            new Subject(
                1,
                new SystemId(1),
                new PointKey("solar_w"),
                NumberClass.GAUGE,
                PointSource.SAMPLES,
                "Solar",
                "W",
                ZoneOffset.UTC),
            Set.of(SeriesField.VALUE));
    for (long time : times) {
      series.append(time);
    }
    return series;
  }
}
