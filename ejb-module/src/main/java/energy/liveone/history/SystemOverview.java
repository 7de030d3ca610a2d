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
 * A system as lists and headings show it. Of a shared one it says nothing that only its owner needs
 * to know: no vendor's number, alias, serial number or reason of a failure.
 *
 * @param lastUpdateOrNull device time of the newest reading; null when there is none yet
 * @param asleepUntilOrNull until when hearing nothing is as it should be, when it is quiet for
 *     longer than usual; null while it is not
 * @param shared whether the reader sees it because somebody else shares it
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
    @Nullable Instant asleepUntilOrNull,
    boolean shared) {

  static SystemOverview of(
      MonitoredSystem system,
      String vendorName,
      SystemHealth health,
      @Nullable Instant lastUpdate,
      @Nullable Instant asleepUntil,
      boolean shared) {
    return new SystemOverview(
        system.id(),
        system.ownerAccountId(),
        system.vendorType(),
        vendorName,
        shared ? "" : system.vendorSiteId(),
        system.displayName(),
        shared ? null : system.alias().orElse(null),
        system.status(),
        shared ? null : system.statusReason().orElse(null),
        !shared && system.isDefault(),
        system.zone(),
        system.model().orElse(null),
        shared ? null : system.serial().orElse(null),
        health,
        lastUpdate,
        asleepUntil,
        shared);
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
