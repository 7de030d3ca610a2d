package energy.liveone.vendor;

import java.time.Duration;

/**
 * How often a vendor has something new, and how long its silence means nothing.
 *
 * @param cadence time between two polls or pushes
 * @param tolerance longest time between two samples that still counts as continuous; beyond it
 *     there is a gap
 * @param maxConcurrent polls of this vendor in flight at once on one node
 * @param maxPerCredential of these, with one account, see {@link VendorAdapter#quotaAccount}
 */
public record PollPolicy(
    Duration cadence, Duration tolerance, int maxConcurrent, int maxPerCredential) {
  public PollPolicy {
    if (cadence.compareTo(Duration.ofSeconds(1)) < 0
        || tolerance.compareTo(cadence) < 0
        || maxConcurrent < 1
        || maxPerCredential < 1) {
      throw new IllegalArgumentException("Not a poll policy");
    }
  }

  /** One account may have all of the vendor's places. */
  public PollPolicy(Duration cadence, Duration tolerance, int maxConcurrent) {
    this(cadence, tolerance, maxConcurrent, maxConcurrent);
  }
}
