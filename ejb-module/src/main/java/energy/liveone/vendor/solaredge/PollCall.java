package energy.liveone.vendor.solaredge;

import java.time.Duration;

/** The calls of a poll, most important first, and how often each is worth its price. */
enum PollCall {
  /** At every beat of the rhythm. */
  POWER_FLOW(Duration.ZERO),
  ENERGY(Duration.ofHours(1)),
  STORAGE(Duration.ofHours(1)),
  /** At every beat where there is no flow. */
  OVERVIEW(Duration.ofHours(6)),
  DETAILS(Duration.ofDays(1));

  private final Duration every;

  PollCall(Duration every) {
    this.every = every;
  }

  /** The time between two of these calls. */
  Duration every() {
    return every;
  }
}
