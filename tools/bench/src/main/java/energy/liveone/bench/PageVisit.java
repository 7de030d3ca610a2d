package energy.liveone.bench;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What a visit to the dashboard came to.
 *
 * @param firstContent ms from the start of the navigation to the first content
 * @param chartDrawn ms from there to the chart with its data
 * @param valueShown ms from the moment at which new values were stored to that at which they were
 *     on the screen
 * @param kilobytes received until the page had its first live values and was quiet again
 * @param shift by how much what was seen moved by itself, as browsers sum it up
 * @param moved what that was, and when
 * @param errors in the console
 */
record PageVisit(
    double firstContent,
    double chartDrawn,
    double valueShown,
    double kilobytes,
    double shift,
    List<String> moved,
    List<String> errors) {
  private static final long QUIET_MILLIS = 3_000;

  /** A chart with its data has a third of its pixels in colours, one without has none. */
  private static final double LEAST_COLOURED = 0.1;

  /** What the page has to show. */
  record Expected(int systems, int composites) {}

  /** Has the tab watch each page that it goes to; to be done once. */
  static void prepare(Tab tab) {
    try (InputStream script = PageVisit.class.getResourceAsStream("watch.js")) {
      tab.runFirst(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read watch.js", e);
    }
  }

  /** ms from the start of the navigation until a page shows something. */
  static double firstContent(Tab tab, URI address) {
    tab.go(address);
    return number(tab, "watched.contentPainted()");
  }

  /**
   * Goes to the dashboard, lets new values come when its chart stands, and looks at what is shown.
   *
   * @param newValues has values of this second stored
   */
  static PageVisit of(Tab tab, URI address, Expected expected, LongConsumer newValues) {
    tab.go(address);
    double chartDrawn = number(tab, "watched.chartDrawn()");
    double firstContent = number(tab, "watched.contentPainted()");
    long second = Instant.now().getEpochSecond();
    newValues.accept(second);
    long stored = System.nanoTime();
    tab.value("watched.values(" + second + ")");
    double valueShown = (System.nanoTime() - stored) / 1e6;
    Pause.millis(QUIET_MILLIS);
    check(tab.value("watched.shown()").asJsonObject(), expected);
    List<JsonObject> shifts =
        tab.value("watched.shifts()").asJsonArray().getValuesAs(JsonObject.class);
    return new PageVisit(
        firstContent,
        chartDrawn,
        valueShown,
        tab.traffic().kilobytes(),
        shifts.stream().mapToDouble(shift -> shift.getJsonNumber("value").doubleValue()).sum(),
        shifts.stream().map(shift -> shift.getString("text")).toList(),
        tab.traffic().errors());
  }

  private static void check(JsonObject shown, Expected expected) {
    CheckFailedException.unlessEqual(
        expected.systems(), shown.getInt("systems"), "Cards of systems with numbers");
    CheckFailedException.unlessEqual(
        expected.composites(), shown.getInt("composites"), "Tabs of composites");
    double coloured = shown.getJsonNumber("coloured").doubleValue();
    CheckFailedException.unless(
        coloured >= LEAST_COLOURED,
        "The chart shows no data: only %.1f %% of it are coloured".formatted(coloured * 100));
  }

  @Override
  public String toString() {
    return "%.0f ms, chart %.0f ms, new values after %.0f ms, %.1f kB, moved by itself %s, errors %s"
        .formatted(firstContent, chartDrawn, valueShown, kilobytes, moved, errors);
  }

  private static double number(Tab tab, String expression) {
    return ((JsonNumber) tab.value(expression)).doubleValue();
  }
}
