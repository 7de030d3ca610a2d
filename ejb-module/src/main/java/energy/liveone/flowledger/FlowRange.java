package energy.liveone.flowledger;

import energy.liveone.flow.FlowSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What flowed over a range.
 *
 * @param from exclusive start, on the 5-minute grid
 * @param to inclusive end, on the 5-minute grid
 * @param pendingDays days of which the flow is still to be computed, so that they are missing here
 *     or as they were before data changed
 * @param members who was heard until when
 */
public record FlowRange(
    Home home,
    Instant from,
    Instant to,
    FlowSummary flow,
    int pendingDays,
    List<MemberHeard> members) {
  public FlowRange {
    members = List.copyOf(members);
  }

  /**
   * A member at the end of the range.
   *
   * @param heardUntilOrNull end of the last slot in which it said all that it has to say; null when
   *     there is none within the last hours of the range
   * @param late whether the end of the range lacks it, so that it is not covered
   */
  public record MemberHeard(
      int system, String name, @Nullable Instant heardUntilOrNull, boolean late) {}
}
