package energy.liveone.simulator.vendor;

import energy.liveone.simulator.fault.CallKind;
import java.time.Duration;
import java.util.List;

/**
 * What a request is for.
 *
 * @param sites the site asked for, or all sites of the account that logs in; empty when none is
 *     meant or known
 * @param latency how long the vendor takes over it
 */
public record Target(CallKind kind, List<String> sites, Duration latency) {

  public Target {
    sites = List.copyOf(sites);
  }

  /** A request for one site, answered at once. */
  public static Target of(CallKind kind, String site) {
    return new Target(kind, List.of(site), Duration.ZERO);
  }

  /** A request that no particular site is meant by, answered at once. */
  public static Target of(CallKind kind) {
    return new Target(kind, List.of(), Duration.ZERO);
  }
}
