package energy.liveone.simulator.model;

import java.time.Instant;

/**
 * Everything a meter could read at one instant.
 *
 * @param at the instant
 * @param power the flows at that instant
 * @param lifetime counters since the site was built
 * @param socPercent state of charge, 0 to 100; 0 for a site without a battery
 */
public record SiteState(Instant at, SitePower power, SiteEnergy lifetime, double socPercent) {

  SiteState times(double factor) {
    return new SiteState(at, power.times(factor), lifetime.times(factor), socPercent);
  }
}
