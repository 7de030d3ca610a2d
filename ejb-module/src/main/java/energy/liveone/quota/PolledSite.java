package energy.liveone.quota;

import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.VendorSystem;

/**
 * A site and its vendor's rhythm.
 *
 * @param place the site's place among others, 0 to 1, see {@link PollRhythm#next}
 * @param callsPerPoll most calls of one poll; how many it really takes the ledger learns
 */
public record PolledSite(PollRhythm rhythm, VendorSystem system, double place, int callsPerPoll) {}
