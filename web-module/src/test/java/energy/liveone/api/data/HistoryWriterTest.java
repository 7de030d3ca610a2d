package energy.liveone.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryWriterTest {
  @ParameterizedTest
  @CsvSource({
    "3450, 3450",
    "-0.0, 0",
    "0.1, 0.1",
    "-470.25, -470.25",
    "1e300, 1.0E300",
    "123456789012345, 123456789012345",
    "2.5e-7, 2.5E-7",
  })
  void numbersAreShortAndExact(double value, String expected) {
    StringBuilder text = new StringBuilder();

    HistoryWriter.appendNumber(text, value);

    assertThat(text).hasToString(expected);
    assertThat(Double.parseDouble(text.toString())).isEqualTo(value + 0.0);
  }
}
