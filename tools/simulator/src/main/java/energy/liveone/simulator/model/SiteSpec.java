package energy.liveone.simulator.model;

import java.time.ZoneId;

/**
 * What distinguishes one simulated home from another.
 *
 * @param seed decides clouds and habits; two sites of equal spec behave alike
 * @param zone decides when people get up, and by its standard time when the sun is highest
 * @param latitude degrees, north positive
 * @param householdPeakW height of the evening peak of consumption
 */
public record SiteSpec(
    long seed,
    ZoneId zone,
    double latitude,
    SolarArray solar,
    BatteryBank battery,
    double householdPeakW) {

  private static final double MELBOURNE = -37.8;

  public SiteSpec {
    if (!(Math.abs(latitude) <= 66) || !(householdPeakW > 0)) {
      throw new IllegalArgumentException(
          "latitude must lie between the polar circles and the household must consume something");
    }
  }

  /**
   * An ordinary home whose sizes follow from its name alone.
   *
   * @param vendor and {@code site} name the home; the same names and seed give the same home in
   *     every run
   */
  public static SiteSpec derived(long seed, String vendor, String site, ZoneId zone) {
    Noise noise = Noise.of(seed, vendor + "/" + site);
    double peak = 4_000 + 6_000 * noise.unit(1, 0);
    double capacity = 8 + 12 * noise.unit(2, 0);
    double localShare = 0.3 + 0.4 * noise.unit(3, 0);
    return new SiteSpec(
        noise.seed(),
        zone,
        MELBOURNE,
        new SolarArray(Math.rint(peak), localShare, 0),
        new BatteryBank(Math.rint(capacity), 5_000, 5_000),
        Math.rint(1_500 + 2_000 * noise.unit(4, 0)));
  }

  /**
   * The home in Melbourne that several vendors of the demo measure, each with a device of its own.
   */
  public static SiteSpec mainHouse(long seed) {
    return derived(seed, "selectronic", "1586", ZoneId.of("Australia/Melbourne"))
        .with(new SolarArray(9_600, 0.55, 3))
        .with(new BatteryBank(19.2, 7_500, 7_500))
        .withHouseholdPeak(5_600);
  }

  /** The same home with other panels. */
  public SiteSpec with(SolarArray array) {
    return new SiteSpec(seed, zone, latitude, array, battery, householdPeakW);
  }

  /** The same home with another battery. */
  public SiteSpec with(BatteryBank bank) {
    return new SiteSpec(seed, zone, latitude, solar, bank, householdPeakW);
  }

  /** The same home with other people in it. */
  public SiteSpec withHouseholdPeak(double watts) {
    return new SiteSpec(seed, zone, latitude, solar, battery, watts);
  }
}
