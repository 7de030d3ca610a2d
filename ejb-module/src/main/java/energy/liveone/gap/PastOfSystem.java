package energy.liveone.gap;

import energy.liveone.system.SystemId;

/** Fetches days of the past of a system, for the job of long back-fills. */
public interface PastOfSystem {
  /**
   * How many days are asked for at once; 0 when the system is gone or its vendor has no history.
   */
  int daysAtOnce(SystemId system);

  /**
   * Asks the vendor for days and stores what it tells. The same days twice change nothing. Blocks
   * while the vendor thinks, and holds no transaction meanwhile.
   *
   * @param days at most {@link #daysAtOnce}
   */
  PastAnswer fetch(SystemId system, DayRange days);
}
