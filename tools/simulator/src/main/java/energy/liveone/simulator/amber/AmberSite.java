package energy.liveone.simulator.amber;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.SimulatedSite;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer's connection.
 *
 * @param nmi number of the meter, which a later customer takes over
 * @param closedOn the day after its last; null while it is active
 * @param intervalMinutes of billing, 5 or 30
 */
record AmberSite(
    String id,
    String nmi,
    LocalDate activeFrom,
    @Nullable LocalDate closedOn,
    int intervalMinutes,
    List<AmberChannel> channels,
    SiteModel model,
    Market market)
    implements SimulatedSite {

  private static final double HUNDRED_THOUSANDTHS = 100_000;
  private static final int DISPATCH_SECONDS = Market.DISPATCH_MINUTES * 60;

  AmberSite {
    channels = List.copyOf(channels);
  }

  /** As it stands in the list of sites. */
  JsonObjectBuilder json() {
    JsonArrayBuilder registers = JsonText.array();
    for (AmberChannel channel : channels) {
      registers.add(
          JsonText.object()
              .add("identifier", channel.identifier())
              .add("type", channel.kind().wireName())
              .add("tariff", channel.tariff()));
    }
    JsonObjectBuilder json =
        JsonText.object()
            .add("id", id)
            .add("nmi", nmi)
            .add("channels", registers)
            .add("network", "Powercor")
            .add("status", closedOn == null ? "active" : "closed")
            .add("activeFrom", activeFrom.toString());
    if (closedOn != null) {
      json.add("closedOn", closedOn.toString());
    }
    return json.add("intervalLength", intervalMinutes);
  }

  /** The site's first interval begins, and its last one ended, at such an instant. */
  Instant opened() {
    return NemTime.startOf(activeFrom);
  }

  Instant closed() {
    return closedOn == null ? SiteModel.END : NemTime.startOf(closedOn);
  }

  /** Retail price in c/kWh at a wholesale price. */
  static double price(AmberChannel channel, double spotCents, Interval interval) {
    return rounded(channel.retail(spotCents, Tariff.at(interval.start())));
  }

  static double rounded(double number) {
    return Math.rint(number * HUNDRED_THOUSANDTHS) / HUNDRED_THOUSANDTHS;
  }

  /** Energy through a channel in kWh; over any number of intervals these add up to the Wh. */
  static double kwh(AmberChannel channel, SiteState from, SiteState to) {
    return (channel.registerWh(to.lifetime()) - channel.registerWh(from.lifetime())) / 1_000.0;
  }

  /** Amount in cents. */
  static double cost(double kwh, double perKwh) {
    return Math.rint(kwh * perKwh * 10_000) / 10_000;
  }

  /** What is told of the tariff for an interval: mostly all, sometimes little or nothing. */
  TariffNews tariffNews(Interval interval) {
    double chance = market.chance(9, interval.end().getEpochSecond());
    if (chance < 0.015) {
      return TariffNews.NONE;
    }
    return chance < 0.03 ? TariffNews.DEMAND_WINDOW : TariffNews.PERIOD;
  }

  /** How much the member {@code tariffInformation} tells. */
  enum TariffNews {
    PERIOD,
    DEMAND_WINDOW,
    NONE
  }

  @Override
  public List<PointValue> readings(SiteState state, SiteState earlier, Duration step) {
    Interval interval = intervalUntil(state.at(), step);
    double spot = rounded(market.spot(interval));
    List<PointValue> values = new ArrayList<>();
    values.add(new PointValue("grid_spot_price", spot));
    values.add(new PointValue("grid_renewables", rounded(market.renewables(interval))));
    values.add(new PointValue("price_spike", spot > Market.SPIKE_CENTS ? 2 : 0));
    if (tariffNews(interval) == TariffNews.PERIOD) {
      values.add(new PointValue("tariff_period", Tariff.at(interval.start()).code()));
    }
    for (AmberChannel channel : channels) {
      addReadings(values, channel, price(channel, spot, interval), kwh(channel, earlier, state));
    }
    return values;
  }

  private static Interval intervalUntil(Instant end, Duration step) {
    long seconds = step.toSeconds();
    boolean whole = seconds % DISPATCH_SECONDS == 0 && end.getEpochSecond() % seconds == 0;
    return whole
        ? new Interval(end, (int) step.toMinutes())
        : Interval.at(end.minusSeconds(1), Market.DISPATCH_MINUTES);
  }

  private void addReadings(
      List<PointValue> values, AmberChannel channel, double price, double kwh) {
    String suffix = suffix(channel);
    double cost = cost(kwh, price);
    switch (channel.kind()) {
      case GENERAL -> {
        values.add(new PointValue("grid_import_price" + suffix, price));
        values.add(new PointValue("grid_import_interval_kwh" + suffix, kwh));
        values.add(new PointValue("grid_import_cost" + suffix, cost));
      }
      case FEED_IN -> {
        values.add(new PointValue("grid_export_price" + suffix, 0 - price));
        values.add(new PointValue("grid_export_interval_kwh" + suffix, kwh));
        values.add(new PointValue("grid_export_credit" + suffix, 0 - cost));
      }
      case CONTROLLED_LOAD -> {
        values.add(new PointValue("grid_controlled_price" + suffix, price));
        values.add(new PointValue("grid_controlled_interval_kwh" + suffix, kwh));
      }
    }
  }

  /** The first channel of a kind has the plain name. */
  private String suffix(AmberChannel channel) {
    boolean first =
        channels.stream()
            .filter(other -> other.kind() == channel.kind())
            .findFirst()
            .orElse(channel)
            .equals(channel);
    return first ? "" : "_" + channel.identifier().toLowerCase(Locale.ROOT);
  }
}
