package energy.liveone.reading;

import energy.liveone.system.SystemId;
import java.util.List;

/**
 * Readings of one system that are to be stored together.
 *
 * @param system an existing system
 * @param readings in any order, possibly repeated, possibly long known
 */
public record Delivery(SystemId system, List<Reading> readings) {
  public Delivery {
    readings = List.copyOf(readings);
  }
}
