package energy.liveone.flow;

import energy.liveone.point.MetricType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a point is for its site. Signs are those of all points: grid + import, battery + discharge.
 */
public enum Role {
  /** All panels. */
  SOLAR(MetricType.POWER, MetricType.ENERGY),
  /** Some of the panels; shown, and part of no sum. */
  SUB_ARRAY(MetricType.POWER, MetricType.ENERGY),
  /** Signed power. */
  BATTERY(MetricType.POWER),
  BATTERY_CHARGE(MetricType.ENERGY),
  BATTERY_DISCHARGE(MetricType.ENERGY),
  /** Signed power. */
  GRID(MetricType.POWER),
  GRID_IMPORT(MetricType.ENERGY),
  GRID_EXPORT(MetricType.ENERGY),
  /** All consumers. */
  LOAD(MetricType.POWER, MetricType.ENERGY),
  /** Some of the consumers; shown, and part of no sum. */
  SUB_CIRCUIT(MetricType.POWER, MetricType.ENERGY),
  IMPORT_PRICE(MetricType.RATE),
  EXPORT_PRICE(MetricType.RATE),
  STATE_OF_CHARGE(MetricType.SOC);

  // Set once and never changed; the checker only believes its own annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<MetricType> metrics;

  Role(MetricType first, MetricType... more) {
    metrics = EnumSet.of(first, more);
  }

  /** The name in the database and in API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this wire name. */
  public static Optional<Role> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }

  /** Whether a point of this quantity can play it. */
  public boolean suits(MetricType metric) {
    return metrics.contains(metric);
  }
}
