package energy.liveone.api.data;

import energy.liveone.composite.Composite;
import energy.liveone.history.SystemOverview;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of {@code GET /api/data/systems}: systems, and composites in short. */
public record SystemsAnswer(
    boolean success, List<SystemLine> data, List<CompositeName> composites) {

  /** A composite; its slug stands for its members in other queries. */
  public record CompositeName(
      int id, String name, String slug, boolean isFavorite, List<Integer> systemIds) {
    static CompositeName of(Composite composite) {
      return new CompositeName(
          composite.id().value(),
          composite.settings().name(),
          composite.settings().slug().value(),
          composite.settings().isFavorite(),
          composite.systems().stream().map(SystemId::value).toList());
    }
  }

  /**
   * One system.
   *
   * @param lastUpdate epoch seconds of its newest reading; null when there is none yet
   * @param asleepUntil epoch seconds until when its silence is as it should be; null while it is
   *     heard as usual
   * @param shared whether somebody else owns it and shares it with the caller
   */
  @JsonbNillable
  public record SystemLine(
      int id,
      String vendorType,
      String vendorSiteId,
      String displayName,
      @Nullable String alias,
      String status,
      boolean isDefault,
      String displayTimezone,
      String health,
      @Nullable Long lastUpdate,
      @Nullable Long asleepUntil,
      boolean shared) {

    public static SystemLine of(SystemOverview system) {
      return new SystemLine(
          system.id().value(),
          system.vendorType().value(),
          system.vendorSiteId(),
          system.displayName(),
          system.alias().map(Alias::value).orElse(null),
          system.status().wireName(),
          system.isDefault(),
          system.displayTimezone().getId(),
          system.health().wireName(),
          system.lastUpdate().map(last -> last.getEpochSecond()).orElse(null),
          system.asleepUntil().map(until -> until.getEpochSecond()).orElse(null),
          system.shared());
    }
  }

  static SystemsAnswer of(List<SystemOverview> systems, List<Composite> composites) {
    return new SystemsAnswer(
        true,
        systems.stream().map(SystemLine::of).toList(),
        composites.stream().map(CompositeName::of).toList());
  }
}
