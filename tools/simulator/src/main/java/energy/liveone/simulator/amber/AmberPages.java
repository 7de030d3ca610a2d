package energy.liveone.simulator.amber;

import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests that are allowed. */
final class AmberPages {

  /** A range without a first day fails in these last minutes of a day. */
  private static final Duration BROKEN_BEFORE_MIDNIGHT = Duration.ofMinutes(11);

  /** Forecasts of 5-minute sites are for 5 minutes at least this far. */
  private static final Duration FINE_FORECAST = Duration.ofHours(1);

  private static final int MAX_COUNT = 2_048;
  private static final int HALF_HOUR = 30;
  private static final int HALF_HOURS_AHEAD = 48;

  private final Market market;
  private volatile Duration usageAhead = Duration.ZERO;

  AmberPages(Market market) {
    this.market = market;
  }

  /** Lets usage come in earlier than usual. */
  void hastenUsage(Duration ahead) {
    usageAhead = ahead;
  }

  /** The running interval with so many before and after it. */
  Reply current(AmberSite site, VendorRequest request, FaultView faults, Instant now) {
    Map<String, String> parameters = request.parameters();
    Optional<Integer> minutes = resolution(parameters, site);
    Optional<Integer> previous = count(parameters, "previous");
    Optional<Integer> next = count(parameters, "next");
    if (minutes.isEmpty() || previous.isEmpty() || next.isEmpty()) {
      return badRequest();
    }
    AmberPrices prices = new AmberPrices(site, minutes.get(), faults, now);
    List<Interval> intervals = new ArrayList<>();
    for (int step = -previous.get(); step <= next.get(); step++) {
      Interval interval = prices.running().later(step);
      boolean told =
          interval.start().isBefore(horizon(prices.now()))
              && !interval.start().isBefore(site.opened())
              && !interval.end().isAfter(site.closed());
      if (told) {
        intervals.add(interval);
      }
    }
    return Reply.json(200, prices.json(intervals));
  }

  /** Whole days: the past, the running interval and the forecast. */
  Reply prices(AmberSite site, VendorRequest request, FaultView faults, Instant now) {
    Map<String, String> parameters = request.parameters();
    LocalDate today = NemTime.dayAt(now);
    boolean late = !NemTime.dayAt(now.plus(BROKEN_BEFORE_MIDNIGHT)).equals(today);
    if (late && !parameters.containsKey("startDate")) {
      return AmberVendor.message(502, "Internal server error");
    }
    Optional<AmberDays> days = AmberDays.of(parameters, today);
    Optional<Integer> minutes = resolution(parameters, site);
    if (days.isEmpty() || minutes.isEmpty()) {
      return badRequest();
    }
    AmberPrices prices = new AmberPrices(site, minutes.get(), faults, now);
    return Reply.json(200, prices.json(intervals(site, days.get(), minutes.get(), prices.now())));
  }

  /** Fine intervals up to the near future, half hours beyond. */
  private static List<Interval> intervals(
      AmberSite site, AmberDays days, int minutes, Instant now) {
    Instant fineEnd =
        minutes == HALF_HOUR ? horizon(now) : Interval.at(now.plus(FINE_FORECAST), HALF_HOUR).end();
    List<Interval> intervals = new ArrayList<>(days.intervals(site, minutes, fineEnd));
    if (minutes != HALF_HOUR) {
      days.intervals(site, HALF_HOUR, horizon(now)).stream()
          .filter(interval -> !interval.start().isBefore(fineEnd))
          .forEach(intervals::add);
    }
    return intervals;
  }

  /** Forecasts reach about a day. */
  private static Instant horizon(Instant now) {
    return Interval.at(now, HALF_HOUR).later(HALF_HOURS_AHEAD).end();
  }

  /** Metered energy of whole days, as far as it has come in. */
  Reply usage(AmberSite site, VendorRequest request, FaultView faults, Instant now) {
    Optional<AmberDays> days = AmberDays.of(request.parameters(), NemTime.dayAt(now));
    if (days.isEmpty()) {
      return badRequest();
    }
    Instant today = NemTime.startOf(NemTime.dayAt(now));
    AmberUsage usage = new AmberUsage(site, usageAhead, faults, now);
    return Reply.json(200, usage.json(days.get().intervals(site, site.intervalMinutes(), today)));
  }

  /** The share of renewables in the grid, for everybody. */
  Reply renewables(VendorRequest request, Instant now) {
    Map<String, String> parameters = request.parameters();
    int minutes = "5".equals(parameters.get("resolution")) ? Market.DISPATCH_MINUTES : HALF_HOUR;
    Optional<Integer> previous = count(parameters, "previous");
    Optional<Integer> next = count(parameters, "next");
    if (previous.isEmpty() || next.isEmpty()) {
      return badRequest();
    }
    JsonArrayBuilder records = JsonText.array();
    for (int step = -previous.get(); step <= next.get(); step++) {
      Interval interval = Interval.at(now, minutes).later(step);
      double share = AmberSite.rounded(market.renewables(interval));
      records.add(
          interval
              .json(
                  step < 0
                      ? "ActualRenewable"
                      : step > 0 ? "ForecastRenewable" : "CurrentRenewable",
                  0)
              .add("renewables", share)
              .add("descriptor", share > 60 ? "great" : share > 30 ? "ok" : "notGreat"));
    }
    return Reply.json(200, records.build());
  }

  private static Optional<Integer> resolution(Map<String, String> parameters, AmberSite site) {
    String text = parameters.getOrDefault("resolution", "" + site.intervalMinutes());
    return text.equals("5") || text.equals("30")
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  private static Optional<Integer> count(Map<String, String> parameters, String name) {
    String text = parameters.getOrDefault(name, "0");
    return text.matches("\\d{1,4}")
        ? Optional.of(Integer.valueOf(text)).filter(number -> number <= MAX_COUNT)
        : Optional.empty();
  }

  private static Reply badRequest() {
    return AmberVendor.message(400, "Bad Request");
  }
}
