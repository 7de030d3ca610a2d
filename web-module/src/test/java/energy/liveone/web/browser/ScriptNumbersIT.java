package energy.liveone.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scripts' own arithmetic, tried where it runs. */
@SharedProduct
@ExtendWith(Chromium.class)
class ScriptNumbersIT {
  @Test
  void quantitiesAreWrittenAsTheServerWritesThem(Product product, Browser browser)
      throws IOException {
    List<String> lines;
    try (InputStream in = getClass().getResourceAsStream("/energy/liveone/web/quantities.csv")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      lines = table.lines().filter(line -> !line.startsWith("#")).toList();
    }

    Object written =
        PageScripts.evaluate(
            browser,
            product,
            "const { quantity } = await load('number.js');"
                + " return argument.map((line) => {"
                + "  const [value, unit, , , ...wanted] = line.split(';');"
                + "  page.power = wanted[0] === 'kW' ? 'kW' : 'auto';"
                + "  page.temperature = wanted[0] === 'F' ? 'F' : 'C';"
                + "  const shown = quantity(Number(value), unit, 'en-GB');"
                + "  return [value, unit, shown.number, shown.unit, ...wanted].join(';');"
                + " });",
            lines);

    assertThat(written).isEqualTo(lines);
  }

  @Test
  void axesHaveTheUnitsThatTheReaderWants(Product product, Browser browser) {
    Object labels =
        PageScripts.evaluate(
            browser,
            product,
            "const { axisOf } = await load('number.js');"
                + " return argument.map(([unit, highest, power, temperature]) => {"
                + "  Object.assign(page, { power, temperature });"
                + "  const axis = axisOf(unit, Number(highest), 'en-GB');"
                + "  return axis.write(Number(highest)) + ' ' + axis.unit;"
                + " });",
            List.of(
                List.of("W", "500", "auto", "C"),
                List.of("W", "1500", "auto", "C"),
                List.of("W", "500", "kW", "C"),
                List.of("W", "2500000", "auto", "C"),
                List.of("W", "2500000", "kW", "C"),
                List.of("kWh", "25000", "kW", "C"),
                List.of("°C", "-10", "auto", "C"),
                List.of("°C", "20", "auto", "F"),
                List.of("kWh", "20", "kW", "F")));

    assertThat(labels)
        .isEqualTo(
            List.of(
                "500 W",
                "1.5 kW",
                "0.50 kW",
                "2.5 MW",
                "2,500 kW",
                "25 MWh",
                "−10 °C",
                "68 °F",
                "20 kWh"));
  }

  @Test
  void daysOfTheSiteAreAsLongAsItsClocksSay(Product product, Browser browser) {
    Object hours =
        PageScripts.evaluate(
            browser,
            product,
            "const { dayHours } = await load('time.js');"
                + " return argument.map(([zone, day]) =>"
                + " String(dayHours(Date.parse(day + 'T03:00:00Z'), zone)));",
            List.of(
                List.of("Australia/Melbourne", "2026-04-05"),
                List.of("Australia/Melbourne", "2026-10-04"),
                List.of("Australia/Lord_Howe", "2026-04-05"),
                List.of("Australia/Lord_Howe", "2026-10-04"),
                List.of("Australia/Adelaide", "2026-07-01")));

    assertThat(hours).isEqualTo(List.of("25", "23", "24.5", "23.5", "24"));
  }

  @Test
  void roundTimesSurviveTheChangeOfClocks(Product product, Browser browser) {
    Object clocks =
        PageScripts.evaluate(
            browser,
            product,
            "const { clock, midnight, ticks } = await load('time.js');"
                + " const noon = Date.parse('2026-10-04T03:00:00Z');"
                + " const day = [midnight(noon, 0, argument), midnight(noon, 1, argument)];"
                + " return ticks(...day, 9, argument)"
                + ".map(({ instant }) => clock(instant, argument, 'en-GB'));",
            "Australia/Melbourne");

    assertThat(clocks)
        .isEqualTo(
            List.of(
                "00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "00:00"));
  }
}
