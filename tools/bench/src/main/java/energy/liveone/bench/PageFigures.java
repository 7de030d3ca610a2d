package energy.liveone.bench;

import java.util.List;

/** The visits to a page, and what is asked of them. */
final class PageFigures {
  private static final double FIRST_CONTENT_MILLIS = 1_000;
  private static final double CHART_MILLIS = 1_500;
  private static final double VALUE_MILLIS = 2_000;
  private static final double FIRST_VISIT_KILOBYTES = 1_024;
  private static final double SECOND_VISIT_KILOBYTES = 150;

  private final String bench;
  private final Measured empty = new Measured();
  private final Measured firstContent = new Measured();
  private final Measured contentRatio = new Measured();
  private final Measured chart = new Measured();
  private final Measured chartRatio = new Measured();
  private final Measured value = new Measured();
  private final Measured firstVisit = new Measured();
  private final Measured secondVisit = new Measured();
  private final Measured shift = new Measured();
  private int errors;

  PageFigures(String bench) {
    this.bench = bench;
  }

  /**
   * Adds a round.
   *
   * @param emptyPage ms until an empty page was seen
   * @param first visit, with nothing in the browser's cache
   * @param second visit after it
   */
  void add(double emptyPage, PageVisit first, PageVisit second) {
    empty.add(emptyPage);
    firstContent.add(first.firstContent());
    contentRatio.add(first.firstContent() / emptyPage);
    chart.add(first.chartDrawn());
    chartRatio.add(first.chartDrawn() / emptyPage);
    value.add(first.valueShown());
    value.add(second.valueShown());
    firstVisit.add(first.kilobytes());
    secondVisit.add(second.kilobytes());
    shift.add(Math.max(first.shift(), second.shift()));
    errors += first.errors().size() + second.errors().size();
  }

  List<Figure> all() {
    return List.of(
        time("first_content", firstContent, contentRatio, 50),
        time("first_content", firstContent, contentRatio, 95).atMost(FIRST_CONTENT_MILLIS),
        time("chart_drawn", chart, chartRatio, 50),
        time("chart_drawn", chart, chartRatio, 95).atMost(CHART_MILLIS),
        Figure.of(bench, "value_on_screen.p50", value.percentile(50), "ms"),
        Figure.of(bench, "value_on_screen.p95", value.percentile(95), "ms").atMost(VALUE_MILLIS),
        size("first_visit", firstVisit, 50),
        size("first_visit", firstVisit, 95).atMost(FIRST_VISIT_KILOBYTES),
        size("second_visit", secondVisit, 50),
        size("second_visit", secondVisit, 95).atMost(SECOND_VISIT_KILOBYTES),
        Figure.of(bench, "layout_shift", shift.max(), "score").atMost(0),
        Figure.of(bench, "console_errors", errors, "errors").atMost(0));
  }

  private Figure time(String name, Measured measured, Measured ratio, int percent) {
    return Figure.of(bench, name + ".p" + percent, measured.percentile(percent), "ms")
        .against("empty page", empty.percentile(percent), ratio.percentile(percent));
  }

  private Figure size(String name, Measured measured, int percent) {
    return Figure.of(bench, name + ".p" + percent, measured.percentile(percent), "kB");
  }
}
