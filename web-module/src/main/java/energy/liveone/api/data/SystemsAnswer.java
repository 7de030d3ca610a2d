package energy.liveone.api.data;

import energy.liveone.history.SystemOverview;
import energy.liveone.system.Alias;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of {@code GET /api/data/systems}. */
public record SystemsAnswer(boolean success, List<SystemLine> data) {

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

  static SystemsAnswer of(List<SystemOverview> systems) {
    return new SystemsAnswer(true, systems.stream().map(SystemLine::of).toList());
  }
}
