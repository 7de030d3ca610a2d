package energy.liveone.reading;

import energy.liveone.system.SystemId;
import java.util.List;

/**
 * Stores readings of the past: exports of other programs, demo history. Same validation and
 * idempotence as live data.
 */
public interface ImportReadings {
  /** The most readings and intervals of one call. */
  int MAX_READINGS = 50_000;

  /**
   * Stores what is new and has the aggregates recomputed soon after.
   *
   * @param system an existing system
   */
  default ImportResult store(SystemId system, List<Reading> readings) {
    return store(system, readings, List.of());
  }

  /** The same with values of intervals, of which later and better ones replace what is stored. */
  ImportResult store(SystemId system, List<Reading> readings, List<IntervalReading> intervals);

  /**
   * What came of it.
   *
   * @param stored new readings, new intervals, and better values of known intervals
   * @param duplicates readings of a point and time that already had a value, and intervals that say
   *     nothing better than what is stored; that stays
   * @param rejected what is implausible, or of unknown or inactive points, or of points that take
   *     readings in the other form
   */
  record ImportResult(int stored, int duplicates, int rejected) {}
}
