package energy.liveone.simulator.amber;

import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteModel.Sweep;
import energy.liveone.simulator.model.SiteState;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metered usage of one request. Ten hours after its end a day has estimates, a day later its
 * first three quarters are billable, and another day later all of it is.
 */
final class AmberUsage {

  /** Exported energy is told below zero, as Amber's definition says and its data does not. */
  static final FaultName NEGATIVE_EXPORT = new FaultName("negativeExport", FaultName.Value.NONE);

  private static final Duration ESTIMATED_AFTER = Duration.ofHours(10);
  private static final Duration PARTLY_BILLABLE_AFTER = Duration.ofHours(34);
  private static final Duration BILLABLE_AFTER = Duration.ofHours(58);
  private static final Duration BILLABLE_PART = Duration.ofHours(18);

  /** By how much an estimate is wrong. */
  private static final double ESTIMATE = 1.07;

  private static final double SMALL_STEP_KWH = 0.05;

  private final AmberSite site;
  private final Instant now;
  private final long skewSeconds;
  private final boolean negativeExport;
  private final double stepKwh;

  /**
   * @param ahead by how much earlier than usual usage comes in
   */
  AmberUsage(AmberSite site, Duration ahead, FaultView faults, Instant realNow) {
    this.site = site;
    now = DeviceFaults.heldSince(faults, realNow).orElse(realNow).plus(ahead);
    skewSeconds = Math.round(faults.claim(FaultName.CLOCK_SKEW).flatMap(Fault::number).orElse(0.0));
    negativeExport = faults.strikes(NEGATIVE_EXPORT);
    Optional<Fault> step = faults.claim(FaultName.NEGATIVE_STEP);
    stepKwh = step.map(fault -> fault.number().orElse(SMALL_STEP_KWH)).orElse(0.0);
  }

  /** All records of the intervals, in their order. */
  JsonArray json(List<Interval> intervals) {
    JsonArrayBuilder records = JsonText.array();
    Sweep sweep = site.model().sweep();
    for (Interval interval : intervals) {
      String quality = quality(interval);
      if (quality != null) {
        SiteState from = sweep.at(interval.start());
        SiteState to = sweep.at(interval.end());
        for (AmberChannel channel : site.channels()) {
          records.add(json(channel, interval, quality, AmberSite.kwh(channel, from, to)));
        }
      }
    }
    return records.build();
  }

  private @Nullable String quality(Interval interval) {
    Instant dayStart = NemTime.startOf(NemTime.dayOfEnd(interval.end()));
    Duration age = Duration.between(dayStart.plus(Duration.ofDays(1)), now);
    if (age.compareTo(ESTIMATED_AFTER) < 0) {
      return null;
    }
    boolean early = !interval.end().isAfter(dayStart.plus(BILLABLE_PART));
    Duration billableAfter = early ? PARTLY_BILLABLE_AFTER : BILLABLE_AFTER;
    return age.compareTo(billableAfter) < 0 ? "estimated" : "billable";
  }

  private JsonObjectBuilder json(
      AmberChannel channel, Interval interval, String quality, double metered) {
    double billed =
        quality.equals("estimated") ? Math.rint(metered * ESTIMATE * 1_000) / 1_000 : metered;
    double kwh = billed - stepKwh;
    double spot = AmberSite.rounded(site.market().spot(interval));
    double price = AmberSite.price(channel, spot, interval);
    boolean negated = negativeExport && channel.kind() == AmberChannel.Kind.FEED_IN;
    JsonObjectBuilder json =
        interval
            .json("Usage", skewSeconds)
            .add("channelType", channel.kind().wireName())
            .add("channelIdentifier", channel.identifier())
            .add("kwh", negated ? 0 - kwh : kwh)
            .add("perKwh", price)
            .add("cost", AmberSite.cost(kwh, price))
            .add("spotPerKwh", spot)
            .add("renewables", AmberSite.rounded(site.market().renewables(interval)))
            .add("quality", quality)
            .add("spikeStatus", AmberPrices.spikeStatus(spot, false))
            .add("descriptor", Descriptor.of(price));
    AmberPrices.addTariff(json, site, interval);
    return json;
  }
}
