package energy.liveone.web.number;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.preference.Choice;
import energy.liveone.preference.PowerUnit;
import energy.liveone.preference.TemperatureUnit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityFormatTest {
  private static final QuantityFormat ENGLISH = new QuantityFormat(Locale.UK);

  static Stream<Arguments> table() throws IOException {
    try (InputStream in =
        QuantityFormatTest.class.getResourceAsStream("/energy/liveone/web/quantities.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";", -1))
          .map(QuantityFormatTest::line);
    }
  }

  private static Arguments line(String[] cells) {
    String wanted = cells.length > 4 ? cells[4] : "";
    QuantityFormat format =
        new QuantityFormat(
            Locale.UK,
            Choice.named(PowerUnit.class, wanted).orElse(PowerUnit.BY_SIZE),
            Choice.named(TemperatureUnit.class, wanted).orElse(TemperatureUnit.CELSIUS));
    Quantity written = new Quantity(cells[2], cells[3]);
    return Arguments.of(Double.valueOf(cells[0]), cells[1], wanted, written, format);
  }

  @ParameterizedTest(name = "{0} {1} is {3} for who wants {2}")
  @MethodSource("table")
  void quantitiesAreWrittenAsInTheTable(
      double value, String unit, String wanted, Quantity written, QuantityFormat format) {
    assertThat(format.of(value, unit)).isEqualTo(written);
  }

  @Test
  void whatIsMissingIsADashAndNotZero() {
    assertThat(ENGLISH.of(null, "W")).isEqualTo(Quantity.MISSING);
    assertThat(ENGLISH.of(Double.NaN, "kWh").text()).isEqualTo("\u2013");
    assertThat(ENGLISH.of(Double.POSITIVE_INFINITY, "W")).isEqualTo(Quantity.MISSING);
  }

  @Test
  void theReadersSignsAreUsed() {
    assertThat(new QuantityFormat(Locale.GERMANY).of(-1234.0, "W").text())
        .isEqualTo("\u22121,23\u00a0kW");
    assertThat(new QuantityFormat(Locale.GERMANY).of(1234.5, "kWh").number()).isEqualTo("1.235");
  }
}
