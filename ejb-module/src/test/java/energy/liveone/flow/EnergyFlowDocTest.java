package energy.liveone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The numbers of docs/energy-flow.md, which were computed by hand. */
class EnergyFlowDocTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("### ([^\\n]+)\\n\\nGiven: ([^.]+)\\.[^\\n]*\\n\\n((?:\\|[^\\n]+\\n)+)");
  private static final Pattern CHARGE =
      Pattern.compile("(\\d+) kWh at (\\d+) % and (\\d+) kWh at (\\d+) %, are at (\\d+) %");

  private final String page;

  EnergyFlowDocTest() throws IOException {
    page = Files.readString(Path.of("..", "docs", "energy-flow.md"));
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsAllottedAsOnThePage() {
    List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();

    assertThat(examples).hasSizeGreaterThanOrEqualTo(7);
    return examples.stream()
        .map(one -> DynamicTest.dynamicTest(one.group(1), () -> check(one.group(2), one.group(3))));
  }

  @Test
  void chargeIsWeightedByCapacityAsOnThePage() {
    Matcher told = CHARGE.matcher(page);
    assertThat(told.find()).isTrue();
    ChargeMean mean = new ChargeMean();

    mean.add(number(told, 2), 300, number(told, 1));
    mean.add(number(told, 4), 300, number(told, 3));

    assertThat(mean.percent()).hasValue(number(told, 5));
  }

  private static double number(Matcher told, int group) {
    return Double.parseDouble(told.group(group));
  }

  private static void check(String given, String table) {
    FlowMatrix matrix = Allotment.of(Balance.of(parts(given)));

    Map<Source, double[]> expected = rows(table);
    assertThat(expected).hasSize(Source.values().length);
    for (Source source : Source.values()) {
      for (Sink sink : Sink.values()) {
        assertThat(matrix.at(source, sink))
            .as("%s to %s", source, sink)
            .isCloseTo(expected.get(source)[sink.column()], within(1e-9));
      }
    }
  }

  private static Map<Part, Double> parts(String given) {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    for (String one : given.split(",", -1)) {
      String[] words = one.strip().split(" ", -1);
      if (!words[1].equals("unknown")) {
        parts.put(Part.valueOf(words[0].toUpperCase(Locale.ROOT)), Double.valueOf(words[1]));
      }
    }
    return parts;
  }

  private static Map<Source, double[]> rows(String table) {
    Map<Source, double[]> rows = new EnumMap<>(Source.class);
    for (String line : table.split("\n", -1)) {
      String[] cells = line.replaceAll("^\\| | \\|$", "").split(" \\| ", -1);
      if (cells.length == 5 && !cells[0].equals("Wh") && !cells[0].startsWith("-")) {
        rows.put(
            Source.valueOf(cells[0].toUpperCase(Locale.ROOT)),
            Stream.of(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return rows;
  }
}
