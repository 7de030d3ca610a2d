package energy.liveone.simulator.amber;

import java.time.Instant;

/** Periods of a time-of-use network tariff. */
enum Tariff {
  OFF_PEAK("offPeak", 0, 5.2, 0),
  SHOULDER("shoulder", 1, 8.9, 0),
  SOLAR_SPONGE("solarSponge", 2, 1.7, 1.3),
  PEAK("peak", 3, 19.6, -2.1);

  static final double CONTROLLED_NETWORK_CENTS = 2.4;

  private final String wireName;
  private final int code;
  private final double networkCents;
  private final double exportCents;

  Tariff(String wireName, int code, double networkCents, double exportCents) {
    this.wireName = wireName;
    this.code = code;
    this.networkCents = networkCents;
    this.exportCents = exportCents;
  }

  /** The period in which an interval that begins here lies. */
  static Tariff at(Instant start) {
    double hour = NemTime.hourOfDay(start);
    if (hour >= 10 && hour < 15) {
      return SOLAR_SPONGE;
    }
    if (hour >= 16 && hour < 21) {
      return PEAK;
    }
    return hour >= 6 && hour < 22 ? SHOULDER : OFF_PEAK;
  }

  String wireName() {
    return wireName;
  }

  /** LiveOne's number for it. */
  int code() {
    return code;
  }

  /** What the network takes for import, in c/kWh without GST. */
  double networkCents() {
    return networkCents;
  }

  /** What the network takes for export, in c/kWh; negative when it pays. */
  double exportCents() {
    return exportCents;
  }
}
