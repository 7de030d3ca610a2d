package energy.liveone.polling;

import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import java.util.Map;

/**
 * A system that this node may poll until its lease ends.
 *
 * @param name shown to people
 * @param vendorSystem what the adapter may know
 * @param failures failed attempts in a row so far
 * @param due when the schedule wanted it, before it was claimed
 * @param memory what its adapter noted at earlier polls
 */
record ClaimedSystem(
    SystemId id,
    VendorType vendor,
    String name,
    VendorSystem vendorSystem,
    int failures,
    Instant due,
    Map<String, String> memory) {}
