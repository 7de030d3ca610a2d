package energy.liveone.history;

import energy.liveone.system.Alias;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.system.VendorType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A system as lists and headings show it.
 *
 * @param lastUpdateOrNull device time of the newest reading; null when there is none yet
 * @param asleepUntilOrNull until when hearing nothing is as it should be, when it is quiet for
 *     longer than usual; null while it is not
 */
public record SystemOverview(
    SystemId id,
    int ownerAccountId,
    VendorType vendorType,
    String vendorName,
    String vendorSiteId,
    String displayName,
    @Nullable Alias aliasOrNull,
    SystemStatus status,
    @Nullable String statusReasonOrNull,
    boolean isDefault,
    ZoneId displayTimezone,
    @Nullable String modelOrNull,
    @Nullable String serialOrNull,
    SystemHealth health,
    @Nullable Instant lastUpdateOrNull,
    @Nullable Instant asleepUntilOrNull) {

  static SystemOverview of(
      MonitoredSystem system,
      String vendorName,
      SystemHealth health,
      @Nullable Instant lastUpdate,
      @Nullable Instant asleepUntil) {
    return new SystemOverview(
        system.id(),
        system.ownerAccountId(),
        system.vendorType(),
        vendorName,
        system.vendorSiteId(),
        system.displayName(),
        system.alias().orElse(null),
        system.status(),
        system.statusReason().orElse(null),
        system.isDefault(),
        system.zone(),
        system.model().orElse(null),
        system.serial().orElse(null),
        health,
        lastUpdate,
        asleepUntil);
  }

  /** The alias, if it has one. */
  public Optional<Alias> alias() {
    return Optional.ofNullable(aliasOrNull);
  }

  /** Device time of the newest reading, if there is one. */
  public Optional<Instant> lastUpdate() {
    return Optional.ofNullable(lastUpdateOrNull);
  }

  /** Until when hearing nothing is as it should be, when it is quiet for longer than usual. */
  public Optional<Instant> asleepUntil() {
    return Optional.ofNullable(asleepUntilOrNull);
  }

  /** The last part of its page's address. */
  public String pathName() {
    return aliasOrNull == null ? id.toString() : aliasOrNull.value();
  }
}
