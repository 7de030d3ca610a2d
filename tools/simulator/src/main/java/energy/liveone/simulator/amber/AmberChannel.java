package energy.liveone.simulator.amber;

import energy.liveone.simulator.model.SiteEnergy;

/**
 * A register of a meter.
 *
 * @param share of the site's import or export that goes through it
 */
record AmberChannel(String identifier, Kind kind, String tariff, double share) {

  /** What a channel meters. */
  enum Kind {
    GENERAL("general"),
    FEED_IN("feedIn"),
    CONTROLLED_LOAD("controlledLoad");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }

  /** Where the register stands, in whole Wh. */
  long registerWh(SiteEnergy lifetime) {
    double kwh = kind == Kind.FEED_IN ? lifetime.exportKwh() : lifetime.importKwh();
    return Math.round(kwh * share * 1_000);
  }

  /** Retail price in c/kWh; of feed-in what exporting costs, hence negative when it pays. */
  double retail(double spotCents, Tariff period) {
    return switch (kind) {
      case GENERAL -> 1.1 * (1.06 * spotCents + period.networkCents());
      case CONTROLLED_LOAD -> 1.1 * (1.06 * spotCents + Tariff.CONTROLLED_NETWORK_CENTS);
      case FEED_IN -> period.exportCents() - spotCents;
    };
  }
}
