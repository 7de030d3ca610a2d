package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.Poll;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which calls a poll is to make, in which order. */
record PollPlan(VendorSystem system, Poll poll, PollNotes notes, Instant now) {

  /** The calls that are due; when not all of them can be made, those left out too long go first. */
  List<PollCall> calls() {
    List<PollCall> calls = new ArrayList<>();
    for (PollCall call : PollCall.values()) {
      if (isWanted(call)) {
        calls.add(call);
      }
    }
    if (!knowsZone() && calls.remove(PollCall.DETAILS)) {
      // Without the zone, local times mean nothing.
      calls.add(Math.min(1, calls.size()), PollCall.DETAILS);
    }
    if (poll.allowance().left() < calls.size()) {
      calls.sort(
          Comparator.comparing(
              call -> notes.isStarved(call, now) ? notes.lastMade(call) : Instant.MAX));
    }
    return calls;
  }

  private boolean isWanted(PollCall call) {
    if (notes.isUnsupported(call, now) || (call == PollCall.STORAGE && hasNoBattery())) {
      return false;
    }
    boolean beat = call == beat();
    return beat || (!notes.isPausing(now) && (poll.forced() || notes.isDue(call, now)));
  }

  /** The call of every beat. */
  private PollCall beat() {
    return notes.isUnsupported(PollCall.POWER_FLOW, now) ? PollCall.OVERVIEW : PollCall.POWER_FLOW;
  }

  private boolean hasNoBattery() {
    return !SiteFacts.mayHaveBattery(system) && !notes.hasSeenBattery();
  }

  private boolean knowsZone() {
    return notes.zone().isPresent() || SiteFacts.zone(system).isPresent();
  }

  /** The zone of local times: as told last, as told at set-up, as the owner said. */
  SiteTime time() {
    return new SiteTime(notes.zone().or(() -> SiteFacts.zone(system)).orElse(system.zone()));
  }
}
