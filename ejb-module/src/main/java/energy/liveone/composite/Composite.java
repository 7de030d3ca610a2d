package energy.liveone.composite;

import energy.liveone.account.AccountId;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.List;

/**
 * A composite with its members.
 *
 * @param members those whose systems the owner may see now, in their order
 * @param lost names of members whose systems were deleted or are no longer shared
 */
public record Composite(
    CompositeId id,
    AccountId owner,
    CompositeSettings settings,
    List<Member> members,
    List<String> lost,
    Instant createdAt,
    Instant updatedAt) {
  public Composite {
    members = List.copyOf(members);
    lost = List.copyOf(lost);
  }

  /** The systems of its members, in their order. */
  public List<SystemId> systems() {
    return members.stream().map(Member::system).toList();
  }
}
