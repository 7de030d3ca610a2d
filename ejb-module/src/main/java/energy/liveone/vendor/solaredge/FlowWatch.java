package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.PollMemory;
import java.time.Duration;
import java.time.Instant;

/**
 * Doubts a power flow that does not change. It has no time of its own, and while the inverter is
 * offline the last one comes again and again; the overview then was last updated long ago.
 */
final class FlowWatch {
  private static final Duration STALE = Duration.ofMinutes(30);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);
  private static final String FLOW = "flow";
  private static final String SINCE = "flow.since";
  private static final String STALE_FLOW = "flow.stale";
  private static final String LOOKED = "flow.looked";

  private final PollMemory memory;
  private final Instant now;
  private String flow = "";
  private boolean repeated;
  private boolean changed;

  FlowWatch(PollMemory memory, Instant now) {
    this.memory = memory;
    this.now = now;
  }

  /** Takes note of this poll's flow. */
  void saw(PowerFlow told) {
    flow = told.fingerprint();
    repeated = memory.text(FLOW).filter(flow::equals).isPresent();
    changed = !repeated && memory.text(FLOW).isPresent();
    if (!repeated) {
      memory.note(FLOW, flow);
      memory.note(SINCE, now);
    }
  }

  /** Whether it is time to look at the overview because the same flow came for half an hour. */
  boolean wantsOverview() {
    return repeated
        && memory.time(SINCE).filter(since -> !since.plus(STALE).isAfter(now)).isPresent()
        && memory.time(LOOKED).filter(at -> at.plus(LOOK_AGAIN).isAfter(now)).isEmpty();
  }

  /** Takes note of the overview. */
  void saw(Overview overview) {
    memory.note(LOOKED, now);
    boolean old = overview.updatedAt().filter(at -> at.plus(STALE).isBefore(now)).isPresent();
    if (old && !changed) {
      memory.note(STALE_FLOW, flow);
    } else {
      memory.forget(STALE_FLOW);
    }
  }

  /** Whether this poll's flow is an old one. */
  boolean isStale() {
    return memory.text(STALE_FLOW).filter(flow::equals).isPresent();
  }
}
