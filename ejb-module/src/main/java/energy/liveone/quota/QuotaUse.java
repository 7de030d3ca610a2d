package energy.liveone.quota;

/** What calls are made for, which decides how much of a limit they may use. */
public enum QuotaUse {
  /** The schedule: everything but the reserved share. */
  SCHEDULE,
  /** A person who waits: the reserved share, and half of what the schedule left unspent. */
  FORCED,
  /** Older data: four fifths of the reserved share, and half of what the schedule left unspent. */
  BACKFILL;

  boolean isScheduled() {
    return this == SCHEDULE;
  }
}
