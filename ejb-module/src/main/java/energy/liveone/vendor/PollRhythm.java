package energy.liveone.vendor;

import java.time.Instant;

/**
 * When a vendor has something new for a site. Pure: the same question has the same answer on every
 * node. The quota planner may skip beats; nobody adds any.
 */
public interface PollRhythm {
  /**
   * The first beat after a time.
   *
   * @param system the site, for its zone, place and options
   * @param place 0 (inclusive) to 1 (exclusive), the same for a system at all times: spreads the
   *     polls of many systems over whatever the vendor leaves open
   */
  Instant next(Instant after, VendorSystem system, double place);

  /**
   * Until when silence means nothing, when the newest data is this old: the vendor's own lateness
   * and the night included. From then on the status lamp counts.
   *
   * @param newest time of the newest data
   */
  Instant silentUntil(Instant newest, VendorSystem system);

  /** Beats at equal distances all day and night. */
  static PollRhythm steady(PollPolicy policy) {
    return new SteadyRhythm(policy.cadence());
  }
}
