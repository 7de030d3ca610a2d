package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.Poll;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;

/** The package's beans, put together without a container. */
public final class SolarEdgeParts {
  private SolarEdgeParts() {}

  /** The adapter. */
  public static VendorAdapter adapter(Surroundings with) {
    return new SolarEdgeAdapter(
        new MonitoringApiClient(with.http(), new CallGate(), with.settings(), with.clock()),
        with.clock());
  }

  /** How many calls a poll makes now of a site that answers all of them, as its notes then say. */
  public static int calls(VendorSystem system, Poll poll, Instant now) {
    PollNotes notes = new PollNotes(poll.memory());
    int calls = 0;
    for (PollCall call : new PollPlan(system, poll, notes, now).calls()) {
      if (poll.allowance().take()) {
        notes.made(call, now);
        notes.told(call, now);
        calls++;
      }
    }
    return calls;
  }
}
