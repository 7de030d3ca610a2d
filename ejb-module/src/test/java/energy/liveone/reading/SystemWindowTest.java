package energy.liveone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteRows;
import energy.liveone.aggregate.Sample;
import energy.liveone.aggregate.SampleRules;
import energy.liveone.point.NumberClass;
import energy.liveone.reading.SystemWindow.Advance;
import energy.liveone.reading.SystemWindow.PointWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemWindowTest {
  @ParameterizedTest
  @EnumSource(NumberClass.class)
  void rowsWrittenSampleBySampleEndAsRowsComputedAtOnce(NumberClass numberClass) {
    SampleRules rules = new SampleRules(numberClass, 60, 150);
    Random random = new Random(5);
    List<Sample> samples = new ArrayList<>();
    long t = 1_700_000_000;
    double value = 100;
    for (int i = 0; i < 3_000; i++) {
      t += random.nextInt(60) == 0 ? 900 : random.nextInt(10) == 0 ? 1 : 55 + random.nextInt(10);
      value +=
          random.nextInt(500) == 0 ? -90 : random.nextInt(80) == 0 ? -0.5 : random.nextDouble();
      samples.add(new Sample(t, Math.abs(value)));
    }

    Map<Long, Aggregate> written = new TreeMap<>();
    PointWindow window = PointWindow.EMPTY;
    for (int i = 0; i < samples.size(); ) {
      int some = Math.min(samples.size(), i + 1 + random.nextInt(3));
      Advance advance = window.advance(rules, samples.subList(i, some));
      advance.rows().forEach(row -> written.put(row.end(), row));
      window = advance.window();
      i = some;
    }

    var atOnce = FiveMinuteRows.compute(rules, null, samples, 0, Long.MAX_VALUE - 1).rows();
    assertThat(written.values()).containsExactlyElementsOf(atOnce);
    assertThat(window.open().size()).isLessThanOrEqualTo(300);
  }
}
