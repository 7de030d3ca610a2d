package energy.liveone.simulator.model;

import java.time.Instant;

/**
 * The laws by which a site goes from one minute to the next. Pure, and safe for use by many
 * threads.
 */
final class SiteDynamics {

  /**
   * A battery nearly full takes, and one nearly empty gives, at most what it could in this time.
   */
  private static final double TAPER_HOURS = 0.5;

  private static final double WATTS_PER_KW = 1_000;

  private final SiteSpec spec;
  private final Noise noise;
  private final Sky sky;
  private final Household household;

  SiteDynamics(SiteSpec spec) {
    this.spec = spec;
    noise = new Noise(spec.seed());
    sky = new Sky(noise, spec.latitude(), spec.zone());
    household = new Household(noise, spec.householdPeakW(), spec.zone());
  }

  /**
   * The state at the epoch: a half charged battery, counters of a site that has run for a while.
   */
  Knot first() {
    double years = 0.5 + 3 * noise.unit(31, 0);
    double solarKwh = spec.solar().peakW() * 1.4 * years;
    double throughputKwh = spec.battery().capacityKwh() * 200 * years;
    SiteEnergy lived =
        new SiteEnergy(
            solarKwh,
            spec.householdPeakW() * 2.2 * years,
            throughputKwh,
            throughputKwh * 0.92,
            spec.householdPeakW() * years,
            solarKwh * 0.3);
    double stored = spec.battery().capacityKwh() / 2;
    return new Knot(0, power(0, stored), lived, stored);
  }

  Knot next(Knot knot) {
    SitePower power = power(knot.index() + 1, knot.storedKwh());
    SiteEnergy passed = SiteEnergy.between(knot.power(), power, Knot.SECONDS);
    return new Knot(
        knot.index() + 1,
        power,
        knot.lifetime().plus(passed),
        knot.storedKwh() + intoStore(passed));
  }

  /**
   * The state between two knots.
   *
   * @param seconds since {@code from}, 0 to {@link Knot#SECONDS}
   */
  SiteState between(Knot from, Knot to, double seconds, Instant at) {
    SitePower power = from.power().towards(to.power(), seconds / Knot.SECONDS);
    SiteEnergy passed = SiteEnergy.between(from.power(), power, seconds);
    double stored = from.storedKwh() + intoStore(passed);
    double capacity = spec.battery().capacityKwh();
    double soc = capacity == 0 ? 0 : 100 * stored / capacity;
    return new SiteState(at, power, from.lifetime().plus(passed), soc);
  }

  private SitePower power(long index, double storedKwh) {
    long second = Trajectory.EPOCH.getEpochSecond() + index * Knot.SECONDS;
    SolarArray array = spec.solar();
    double sun = array.peakW() * sky.output(second);
    double glow = array.nightNoiseW() * noise.smooth(21, second / 240.0);
    double remote = sun * (1 - array.localShare());
    double local = sun * array.localShare() + glow;
    double load = household.watts(second);
    return new SitePower(remote, local, load, batteryW(index, load - remote - local, storedKwh));
  }

  /**
   * The battery follows what is lacking or left over, as far as limits and charge allow, and like a
   * real controller misses by some watts, so that the grid is never exactly still.
   */
  private double batteryW(long index, double lackingW, double storedKwh) {
    BatteryBank bank = spec.battery();
    double wantedW = lackingW + 30 * (noise.smooth(22, index / 3.0) - 0.5);
    double aboveReserve = Math.max(0, storedKwh - BatteryBank.RESERVE * bank.capacityKwh());
    double room = Math.max(0, bank.capacityKwh() - storedKwh);
    double canGiveW = Math.min(bank.maxDischargeW(), aboveReserve / TAPER_HOURS * WATTS_PER_KW);
    double canTakeW = Math.min(bank.maxChargeW(), room / TAPER_HOURS * WATTS_PER_KW);
    return Math.max(-canTakeW, Math.min(canGiveW, wantedW));
  }

  private static double intoStore(SiteEnergy passed) {
    return passed.chargeKwh() * BatteryBank.EFFICIENCY
        - passed.dischargeKwh() / BatteryBank.EFFICIENCY;
  }
}
