package energy.liveone.gap;

import energy.liveone.aggregate.LocalDay;
import java.time.ZoneId;

/**
 * Where the search for gaps of a point begins. It is reckoned from the connection and not from the
 * first look: the server may have gone down between the first rows and that look.
 */
final class FirstLook {
  private FirstLook() {}

  /**
   * A local midnight, in epoch seconds.
   *
   * @param days whole days before the one on which the system was connected
   */
  static long from(WatchedSystem system, int days) {
    ZoneId zone = system.view().zone();
    LocalDay connected = LocalDay.containing(system.connectedAt().getEpochSecond(), zone);
    return LocalDay.of(connected.date().minusDays(days), zone).start();
  }
}
