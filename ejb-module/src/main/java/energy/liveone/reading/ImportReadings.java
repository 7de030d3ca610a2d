package energy.liveone.reading;

import energy.liveone.system.SystemId;
import java.util.List;

/**
 * Stores readings of the past: exports of other programs, demo history. Same validation and
 * idempotence as live data.
 */
public interface ImportReadings {
  /** The most readings of one call. */
  int MAX_READINGS = 50_000;

  /**
   * Stores what is new and has the aggregates recomputed soon after.
   *
   * @param system an existing system
   */
  ImportResult store(SystemId system, List<Reading> readings);

  /**
   * What came of it.
   *
   * @param stored new readings
   * @param duplicates readings of a point and time that already had a value; that value stays
   * @param rejected implausible readings and readings of unknown or inactive points
   */
  record ImportResult(int stored, int duplicates, int rejected) {}
}
