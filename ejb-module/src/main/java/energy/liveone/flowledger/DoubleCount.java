package energy.liveone.flowledger;

import energy.liveone.flow.Likeness;
import energy.liveone.flow.Part;
import java.util.List;

/**
 * Two members that seem to read the same meter. A proposal, and never more: two houses on one
 * street are alike as well.
 *
 * @param keep the member whose points say more: powers as well as energies
 * @param exclude the other one
 * @param excludedPoints ids of the other one's points that would count twice
 */
public record DoubleCount(
    Part part, int keep, int exclude, List<Integer> excludedPoints, Likeness likeness) {
  public DoubleCount {
    excludedPoints = List.copyOf(excludedPoints);
  }
}
