package energy.liveone.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import energy.liveone.history.HistoryWindow;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import energy.liveone.web.chart.ChartPeriod;
import energy.liveone.web.chart.ChartPeriod.Wanted;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Scripts and server mean the same stretch of time by the same address, over changes of clocks too.
 */
@SharedProduct
@ExtendWith(Chromium.class)
class ScriptPeriodsIT {
  private static final List<String> ZONES =
      List.of("Australia/Melbourne", "Australia/Adelaide", "Australia/Lord_Howe", "Europe/Berlin");
  private static final List<String> ENDS =
      List.of("2026-04-05T14:00:00Z", "2026-10-03T14:30:00Z", "2026-11-20T03:17:00Z");
  private static final List<String> DAYS = List.of("2026-04-05", "2026-10-04", "2024-02-29");

  private record Case(String range, String zone, String end, String on, DayOfWeek weekStart) {
    List<String> words() {
      return List.of(range, zone, end, on, String.valueOf(weekStart.getValue()));
    }

    String onTheServer() {
      Wanted wanted =
          end.isEmpty()
              ? new Wanted(range, null, on, null)
              : new Wanted(range, String.valueOf(Instant.parse(end).getEpochSecond()), null, null);
      HistoryWindow window =
          ChartPeriod.of(wanted).window(Instant.EPOCH, ZoneId.of(zone), weekStart);
      return window.from().getEpochSecond() + " " + window.to().getEpochSecond();
    }
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String zone : ZONES) {
      for (String range : List.of("1H", "6H", "24H", "7D", "30D", "1Y")) {
        ENDS.forEach(end -> cases.add(new Case(range, zone, end, "", DayOfWeek.MONDAY)));
      }
      for (String range : List.of("day", "week", "month", "year")) {
        for (String day : DAYS) {
          cases.add(new Case(range, zone, "", day, DayOfWeek.MONDAY));
          cases.add(new Case(range, zone, "", day, DayOfWeek.SUNDAY));
        }
      }
    }
    return cases;
  }

  @Test
  void theSameAddressMeansTheSameTime(Product product, Browser browser) {
    Object inTheBrowser =
        PageScripts.evaluate(
            browser,
            product,
            "const { period } = await load('period.js');"
                + " return argument.map(([range, zone, end, on, weekStart]) => {"
                + "  const state = { range, end: end ? Date.parse(end) : null, on: on || null };"
                + "  const { from, to } = period(state, Date.now(), { zone, weekStart: Number(weekStart) });"
                + "  return from / 1000 + ' ' + to / 1000;"
                + " });",
            cases().stream().map(Case::words).toList());

    assertThat(inTheBrowser).isEqualTo(cases().stream().map(Case::onTheServer).toList());
  }

  @Test
  void turningForthAndBackLeadsToTheSamePeriod(Product product, Browser browser) {
    Object found =
        PageScripts.evaluate(
            browser,
            product,
            "const { moved } = await load('period.js');"
                + " const site = { zone: 'Australia/Melbourne', weekStart: 1 };"
                + " const now = Date.parse('2026-11-27T03:00:00Z');"
                + " return argument.map((range) => {"
                + "  const there = moved({ range, end: null, on: null }, -1, now, site);"
                + "  const back = moved(there, 1, now, site);"
                + "  return [range, there.on ?? '', back.on === null].join(' ');"
                + " });",
            List.of("day", "week", "month", "year"));

    assertThat(found)
        .isEqualTo(
            List.of(
                "day 2026-11-26 true",
                "week 2026-11-20 true",
                "month 2026-10-27 true",
                "year 2025-11-27 true"));
  }

  /**
   * A range that rolls with now is answered in whole intervals: what lies before them is no gap.
   */
  @Test
  void onlyWhatNobodyMeasuredIsAGap(Product product, Browser browser) {
    Object inTheBrowser =
        PageScripts.evaluate(
            browser,
            product,
            "const { gaps, powers } = await load('series.js');"
                + " const site = { powers: { solar: 'w' }, soc: null, prices: {} };"
                + " const data = [3600, 5400, 10800].map((timestamp) => ({ timestamp, w: 1 }));"
                + " const series = powers({ data, metadata: { aggregation: '30m' } }, site);"
                + " return argument.map((from) => gaps(series, from, 10_800_000).join(' '));",
            List.of(0, 1_000));

    assertThat(inTheBrowser).isEqualTo(List.of("0,1800000 5400000,9000000", "5400000,9000000"));
  }
}
