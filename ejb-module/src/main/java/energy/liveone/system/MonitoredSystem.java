package energy.liveone.system;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One installation at one vendor, owned by one account. Owner, vendor and vendor site never change;
 * everything else may, and every change raises {@code configVersion} so that nodes drop what they
 * cached of it.
 */
@Entity
@Table(name = "systems")
public class MonitoredSystem {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private @Nullable Integer id;

  @Column(name = "owner_account_id", updatable = false)
  private int ownerAccountId;

  @Column(name = "vendor_type", updatable = false)
  private String vendorType = "";

  @Column(name = "vendor_site_id", updatable = false)
  private String vendorSiteId = "";

  @Column(name = "status")
  private String status = SystemStatus.ACTIVE.wireName();

  @Column(name = "status_reason")
  private @Nullable String statusReason;

  @Column(name = "display_name")
  private String displayName = "";

  @Column(name = "alias")
  private @Nullable String alias;

  @Column(name = "is_default")
  private boolean isDefault;

  @Column(name = "display_timezone")
  private String displayTimezone = "UTC";

  @Column(name = "timezone_offset_min")
  private short timezoneOffsetMinutes;

  @Column(name = "model")
  private @Nullable String model;

  @Column(name = "serial")
  private @Nullable String serial;

  @Column(name = "ratings")
  private @Nullable String ratings;

  @Column(name = "solar_size")
  private @Nullable String solarSize;

  @Column(name = "battery_size")
  private @Nullable String batterySize;

  @Column(name = "latitude_deg")
  private @Nullable Double latitudeDegrees;

  @Column(name = "longitude_deg")
  private @Nullable Double longitudeDegrees;

  @Column(name = "options")
  @Convert(converter = OptionsConverter.class)
  private Map<String, String> options = Map.of();

  @Column(name = "sample_cadence_s")
  private int sampleCadenceSeconds = 60;

  @Column(name = "sample_tolerance_s")
  private int sampleToleranceSeconds = 150;

  @Column(name = "config_version")
  private int configVersion = 1;

  @Column(name = "grant_id", updatable = false)
  private @Nullable Integer grantId;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "updated_at")
  private Instant updatedAt = Instant.EPOCH;

  /** For the persistence provider. */
  protected MonitoredSystem() {}

  /** A new, active system. */
  public MonitoredSystem(
      int ownerAccountId,
      VendorType vendorType,
      String vendorSiteId,
      SystemSettings settings,
      Map<String, String> options,
      Instant now) {
    this.ownerAccountId = ownerAccountId;
    this.vendorType = vendorType.value();
    this.vendorSiteId = vendorSiteId;
    this.options = Map.copyOf(options);
    this.createdAt = now;
    apply(settings, now);
    this.configVersion = 1;
  }

  /** Takes over what its owner set. */
  public final void apply(SystemSettings settings, Instant now) {
    displayName = settings.displayName();
    alias = settings.alias().map(Alias::value).orElse(null);
    displayTimezone = settings.displayTimezone().getId();
    timezoneOffsetMinutes =
        (short)
            (settings.displayTimezone().getRules().getStandardOffset(now).getTotalSeconds() / 60);
    touch(now);
  }

  /** Takes over what the vendor tells of the installation; keys as in connection tests. */
  public void describe(Map<String, String> systemInfo, Instant now) {
    model = systemInfo.getOrDefault("model", model);
    serial = systemInfo.getOrDefault("serial", serial);
    ratings = systemInfo.getOrDefault("ratings", ratings);
    solarSize = systemInfo.getOrDefault("solarSize", solarSize);
    batterySize = systemInfo.getOrDefault("batterySize", batterySize);
    touch(now);
  }

  /**
   * Sets how its samples are read.
   *
   * @param cadence usual time between samples
   * @param tolerance longest time between samples that is no gap
   */
  public void sampleEvery(Duration cadence, Duration tolerance) {
    sampleCadenceSeconds = Math.toIntExact(cadence.toSeconds());
    sampleToleranceSeconds = Math.toIntExact(tolerance.toSeconds());
  }

  /**
   * Says where it is, for sunrise and sunset.
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   */
  public void placeAt(double latitude, double longitude, Instant now) {
    latitudeDegrees = latitude;
    longitudeDegrees = longitude;
    touch(now);
  }

  /** Takes its credentials from a grant; only before it is stored. */
  public void useGrant(int id) {
    grantId = id;
  }

  /** Changes the status; {@code reason} only for {@link SystemStatus#ERROR}. */
  public void changeStatus(SystemStatus newStatus, @Nullable String reason, Instant now) {
    status = newStatus.wireName();
    statusReason = reason;
    touch(now);
  }

  /** Makes it, or no longer makes it, its owner's default. */
  public void makeDefault(boolean newDefault, Instant now) {
    isDefault = newDefault;
    touch(now);
  }

  /** Notes that something cached of the system changed. */
  public void touch(Instant now) {
    updatedAt = now;
    configVersion++;
  }

  /** Usual time between its samples. */
  public int sampleCadenceSeconds() {
    return sampleCadenceSeconds;
  }

  public SystemId id() {
    if (id == null) {
      throw new IllegalStateException("Not stored yet");
    }
    return new SystemId(id);
  }

  public int ownerAccountId() {
    return ownerAccountId;
  }

  public VendorType vendorType() {
    return new VendorType(vendorType);
  }

  public String vendorSiteId() {
    return vendorSiteId;
  }

  public SystemStatus status() {
    return SystemStatus.ofWireName(status);
  }

  /** Why the status is {@link SystemStatus#ERROR}. */
  public Optional<String> statusReason() {
    return Optional.ofNullable(statusReason);
  }

  public String displayName() {
    return displayName;
  }

  public Optional<Alias> alias() {
    return Optional.ofNullable(alias).map(Alias::new);
  }

  public boolean isDefault() {
    return isDefault;
  }

  /** The zone whose midnights divide this system's days. */
  public ZoneId zone() {
    return ZoneId.of(displayTimezone);
  }

  /** Offset of standard time from UTC, in minutes. */
  public int timezoneOffsetMinutes() {
    return timezoneOffsetMinutes;
  }

  public Optional<String> model() {
    return Optional.ofNullable(model);
  }

  public Optional<String> serial() {
    return Optional.ofNullable(serial);
  }

  public Optional<String> ratings() {
    return Optional.ofNullable(ratings);
  }

  public Optional<String> solarSize() {
    return Optional.ofNullable(solarSize);
  }

  public Optional<String> batterySize() {
    return Optional.ofNullable(batterySize);
  }

  /** Degrees north; empty when nobody said, and then the longitude is too. */
  public Optional<Double> latitude() {
    return Optional.ofNullable(latitudeDegrees);
  }

  /** Degrees east; empty when nobody said. */
  public Optional<Double> longitude() {
    return Optional.ofNullable(longitudeDegrees);
  }

  /** Switches of the vendor's adapter. */
  public Map<String, String> options() {
    return options;
  }

  /** The grant that its credentials are in, for vendors with OAuth. */
  public Optional<Integer> grantId() {
    return Optional.ofNullable(grantId);
  }

  /** Rises with every change; caches of older versions are stale. */
  public int configVersion() {
    return configVersion;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
