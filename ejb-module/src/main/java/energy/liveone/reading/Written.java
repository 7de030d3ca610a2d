package energy.liveone.reading;

import energy.liveone.system.SystemId;
import java.util.List;

/**
 * What became of a delivery.
 *
 * @param system the system
 * @param exists whether the system is still there; if not, all counts are zero
 * @param stored new readings, new intervals, and better values of known intervals
 * @param duplicates readings of a point and time that already had a value, and intervals that say
 *     nothing better than what is stored; that stays
 * @param rejected quarantined as implausible, or of a point that the system does not have or no
 *     longer collects
 * @param forecasts forecasts that are kept; they are no readings and count nowhere else
 * @param newestEpochSecond device time of the newest reading of the system, 0 for none
 * @param readings the samples as they count here, after the users' transforms
 */
public record Written(
    SystemId system,
    boolean exists,
    int stored,
    int duplicates,
    int rejected,
    int forecasts,
    long newestEpochSecond,
    List<Reading> readings) {
  /** Of a system that no longer exists. */
  static Written nothing(SystemId system) {
    return new Written(system, false, 0, 0, 0, 0, 0, List.of());
  }
}
