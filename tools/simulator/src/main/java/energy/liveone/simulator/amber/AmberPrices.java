package energy.liveone.simulator.amber;

import energy.liveone.simulator.amber.AmberSite.TariffNews;
import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.DeviceFaults.Sample;
import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The price records of one request. A dispatch's price is known 30 s after it began; until then the
 * current interval is an estimate.
 */
final class AmberPrices {

  private static final Duration LATENESS = Duration.ofSeconds(30);
  private static final double VOLATILE_CENTS = 30;
  private static final double SPIKE_FEARED_CENTS = 100;

  private final AmberSite site;
  private final Instant now;
  private final Instant known;
  private final long skewSeconds;
  private final Interval running;
  private final long runningShift;

  /**
   * @param faults those of the call: what the vendor takes for now, and its clock's error
   * @param realNow virtual time
   */
  AmberPrices(AmberSite site, int minutes, FaultView faults, Instant realNow) {
    this.site = site;
    now = DeviceFaults.heldSince(faults, realNow).orElse(realNow);
    known = now.minus(LATENESS);
    skewSeconds = Math.round(faults.claim(FaultName.CLOCK_SKEW).flatMap(Fault::number).orElse(0.0));
    running = Interval.at(now, minutes);
    Sample sample =
        DeviceFaults.sample(faults, realNow, instant -> Interval.at(instant, minutes).end());
    runningShift = sample.stamp().getEpochSecond() - sample.measured().getEpochSecond();
  }

  /** What the vendor takes for now. */
  Instant now() {
    return now;
  }

  /** The interval that goes on. */
  Interval running() {
    return running;
  }

  /** All channels' records of these intervals, channel by channel. */
  JsonArray json(List<Interval> intervals) {
    JsonArrayBuilder records = JsonText.array();
    for (AmberChannel channel : site.channels()) {
      intervals.forEach(interval -> records.add(json(channel, interval)));
    }
    return records.build();
  }

  private JsonObjectBuilder json(AmberChannel channel, Interval interval) {
    boolean past = !interval.end().isAfter(now);
    boolean future = !past && interval.start().isAfter(now);
    boolean current = !past && !future;
    double spot = AmberSite.rounded(site.market().expectedSpot(interval, known, now));
    double price = AmberSite.price(channel, spot, interval);
    String type = past ? "ActualInterval" : future ? "ForecastInterval" : "CurrentInterval";
    long shift = current && interval.equals(running) ? runningShift : skewSeconds;
    JsonObjectBuilder json =
        interval
            .json(type, shift)
            .add("perKwh", price)
            .add("spotPerKwh", spot)
            .add("renewables", AmberSite.rounded(site.market().renewables(interval)))
            .add("channelType", channel.kind().wireName())
            .add("spikeStatus", spikeStatus(spot, future))
            .add("descriptor", Descriptor.of(price));
    addTariff(json, site, interval);
    if (current) {
      boolean unknown = Interval.at(now, Market.DISPATCH_MINUTES).start().isAfter(known);
      json.add("estimate", unknown);
    }
    if (!past) {
      addOutlook(json, channel, interval, price, spot);
    }
    return json;
  }

  static String spikeStatus(double spot, boolean future) {
    if (future) {
      return spot > SPIKE_FEARED_CENTS ? "potential" : "none";
    }
    return spot > Market.SPIKE_CENTS ? "spike" : "none";
  }

  static void addTariff(JsonObjectBuilder json, AmberSite site, Interval interval) {
    TariffNews news = site.tariffNews(interval);
    if (news == TariffNews.DEMAND_WINDOW) {
      json.add("tariffInformation", JsonText.object().add("demandWindow", false));
    } else if (news == TariffNews.PERIOD) {
      json.add(
          "tariffInformation",
          JsonText.object()
              .add("period", Tariff.at(interval.start()).wireName())
              .add("season", "default"));
    }
  }

  /**
   * The bounds come and go with the minute of the call, in volatile times only, and need not hold
   * the price itself. What is advanced for feed-in is the wrong way round, as its sign is.
   */
  private void addOutlook(
      JsonObjectBuilder json, AmberChannel channel, Interval interval, double price, double spot) {
    long end = interval.end().getEpochSecond();
    double spread = 0.12 * Math.abs(price) + 1;
    if (site.market().chance(10, end) < 0.6) {
      double sign = channel.kind() == AmberChannel.Kind.FEED_IN ? -1 : 1;
      json.add(
          "advancedPrice",
          JsonText.object()
              .add("low", AmberSite.rounded(price - sign * spread))
              .add("predicted", AmberSite.rounded(price - sign * 0.2 * spread))
              .add("high", AmberSite.rounded(price + sign * spread)));
    }
    long minute = now.getEpochSecond() / 60;
    boolean told = site.market().chance(11, end * 31 + minute) < 0.5;
    if (interval.start().isAfter(now) && Math.abs(spot) > VOLATILE_CENTS && told) {
      double centre = site.market().chance(12, end) < 0.1 ? price + 2 * spread : price;
      json.add(
          "range",
          JsonText.object()
              .add("min", AmberSite.rounded(centre - 1.5 * spread))
              .add("max", AmberSite.rounded(centre + 1.5 * spread)));
    }
  }
}
