package energy.liveone.api.composite;

import energy.liveone.composite.Composite;
import energy.liveone.composite.Member;
import energy.liveone.system.SystemId;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of one composite. */
public record CompositeAnswer(boolean success, CompositeLine composite) {
  /** The shape of a list of them. */
  public record CompositesAnswer(boolean success, List<CompositeLine> data) {}

  /**
   * A composite.
   *
   * @param systemIds its members in their order
   * @param lostMembers names of members that were deleted or are no longer shared
   * @param shared whether somebody else owns it
   */
  @JsonbNillable
  public record CompositeLine(
      int id,
      String name,
      String slug,
      @Nullable String description,
      boolean isFavorite,
      int position,
      String displayTimezone,
      @Nullable Double gridCo2GramsPerKwh,
      List<Integer> systemIds,
      List<MemberLine> members,
      List<String> lostMembers,
      boolean shared,
      String createdAt,
      String updatedAt) {
    /** From the composite. */
    public static CompositeLine of(Composite composite, boolean shared) {
      return new CompositeLine(
          composite.id().value(),
          composite.settings().name(),
          composite.settings().slug().value(),
          composite.settings().descriptionOrNull(),
          composite.settings().isFavorite(),
          composite.settings().position(),
          composite.settings().zone().getId(),
          composite.settings().gridCo2GramsPerKwhOrNull(),
          composite.systems().stream().map(SystemId::value).toList(),
          composite.members().stream().map(MemberLine::of).toList(),
          composite.lost(),
          shared,
          composite.createdAt().toString(),
          composite.updatedAt().toString());
    }
  }

  /** A member; its capacity is null where only the vendor tells one. */
  @JsonbNillable
  public record MemberLine(int systemId, String name, @Nullable Double batteryKwh) {
    static MemberLine of(Member member) {
      return new MemberLine(member.system().value(), member.name(), member.batteryKwhOrNull());
    }
  }
}
