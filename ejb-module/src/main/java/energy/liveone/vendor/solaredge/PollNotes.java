package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.PollMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** What a poll tells the next one, by name. */
record PollNotes(PollMemory memory) {
  /** What a site cannot tell is not asked for again so soon. */
  private static final Duration UNSUPPORTED = Duration.ofDays(1);

  /** A beat comes a little early now and then; an hour's call must not slip to the next beat. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  /** After this many times its usual distance a call has been left out too often. */
  private static final int STARVED = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(16);
  private static final int MOST_DOUBLINGS = 4;

  private static String name(String what, PollCall call) {
    return what + "." + call.name().toLowerCase(Locale.ROOT);
  }

  /** Notes that a call was made, whatever came of it. */
  void made(PollCall call, Instant now) {
    memory.note(name("at", call), now);
  }

  /** When a call was last made; long ago when never. */
  Instant lastMade(PollCall call) {
    return memory.time(name("at", call)).orElse(Instant.EPOCH);
  }

  boolean isDue(PollCall call, Instant now) {
    return !lastMade(call).plus(call.every()).minus(SLACK).isAfter(now);
  }

  boolean isStarved(PollCall call, Instant now) {
    Duration usual = call == PollCall.POWER_FLOW ? Duration.ofMinutes(10) : call.every();
    return lastMade(call).plus(usual.multipliedBy(STARVED)).isBefore(now);
  }

  /** Has a call made at the next poll. */
  void hurry(PollCall call) {
    memory.forget(name("at", call));
  }

  /** Notes that a call succeeded: what it told until now need not be asked for again. */
  void told(PollCall call, Instant now) {
    memory.note(name("told", call), now);
    memory.forget(name("none", call));
    memory.forget("pauses");
    memory.forget("pause");
  }

  /** Until when a call has told everything. */
  Optional<Instant> toldUntil(PollCall call) {
    return memory.time(name("told", call));
  }

  /** Notes that the site cannot tell this. */
  void unsupported(PollCall call, Instant now) {
    memory.note(name("none", call), now);
  }

  boolean isUnsupported(PollCall call, Instant now) {
    return memory
        .time(name("none", call))
        .filter(at -> now.isBefore(at.plus(UNSUPPORTED)))
        .isPresent();
  }

  /**
   * Notes that there were too many calls. The day's boundary is not documented, so without a word
   * of the vendor's the wait is 16 minutes and doubles up to about four hours.
   */
  Failure rateLimited(Failure failure, Instant now) {
    int before =
        memory.text("pauses").filter(text -> text.matches("\\d")).map(Integer::parseInt).orElse(0);
    Instant until = failure.retryTime().orElse(now.plus(FIRST_PAUSE.multipliedBy(1L << before)));
    memory.note("pauses", Integer.toString(Math.min(MOST_DOUBLINGS, before + 1)));
    memory.note("pause", until);
    return failure.retryingAt(until);
  }

  /** Whether the vendor wants to be left alone. */
  boolean isPausing(Instant now) {
    return memory.time("pause").filter(now::isBefore).isPresent();
  }

  void zone(ZoneId zone) {
    memory.note("zone", zone.getId());
  }

  /** The zone that the vendor named last. */
  Optional<ZoneId> zone() {
    return memory.text("zone").flatMap(SiteDetails::zone);
  }

  void sawBattery() {
    memory.note("battery", "true");
  }

  boolean hasSeenBattery() {
    return memory.text("battery").isPresent();
  }
}
