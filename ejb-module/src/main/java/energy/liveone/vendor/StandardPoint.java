package energy.liveone.vendor;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import org.jspecify.annotations.Nullable;

/**
 * Points that mean the same at several vendors: one unit, one sign, one range. Signs: solar and
 * load ≥ 0, grid + import − export, battery + discharge − charge, hence load = solar + grid +
 * battery.
 */
// PointKey and PlausibleRange are immutable records; the checker only believes its own annotation.
@SuppressWarnings("ImmutableEnumChecker")
public enum StandardPoint {
  SOLAR_W(Kind.SOURCE, "solar_w", "solar", "generation", "Solar"),
  SOLAR_REMOTE_W(Kind.SOURCE, "solar_remote_w", "solar", "generation.remote", "Solar (AC)"),
  SOLAR_LOCAL_W(Kind.SOURCE, "solar_local_w", "solar", "generation.local", "Solar (DC)"),
  LOAD_W(Kind.SOURCE, "load_w", "load", "consumption", "Load"),
  BATTERY_W(Kind.TWO_WAY, "battery_w", "battery", "bidirectional", "Battery"),
  GRID_W(Kind.TWO_WAY, "grid_w", "grid", "bidirectional", "Grid"),
  BATTERY_SOC(Kind.CHARGE, "battery_soc", "battery", "level", "Battery"),

  SOLAR_KWH(Kind.LIFETIME, "solar_kwh", "solar", "generation", "Solar energy"),
  LOAD_KWH(Kind.LIFETIME, "load_kwh", "load", "consumption", "Load energy"),
  BATTERY_CHARGE_KWH(Kind.LIFETIME, "battery_charge_kwh", "battery", "charge", "Battery charge"),
  BATTERY_DISCHARGE_KWH(
      Kind.LIFETIME, "battery_discharge_kwh", "battery", "discharge", "Battery discharge"),
  GRID_IMPORT_KWH(Kind.LIFETIME, "grid_import_kwh", "grid", "import", "Grid import"),
  GRID_EXPORT_KWH(Kind.LIFETIME, "grid_export_kwh", "grid", "export", "Grid export"),

  SOLAR_INTERVAL_KWH(Kind.AMOUNT, "solar_interval_kwh", "solar", "generation", "Solar energy"),
  LOAD_INTERVAL_KWH(Kind.AMOUNT, "load_interval_kwh", "load", "consumption", "Load energy"),
  BATTERY_CHARGE_INTERVAL_KWH(
      Kind.AMOUNT, "battery_charge_interval_kwh", "battery", "charge", "Battery charge"),
  BATTERY_DISCHARGE_INTERVAL_KWH(
      Kind.AMOUNT, "battery_discharge_interval_kwh", "battery", "discharge", "Battery discharge"),
  GRID_IMPORT_INTERVAL_KWH(
      Kind.AMOUNT, "grid_import_interval_kwh", "grid", "import", "Grid import"),
  GRID_EXPORT_INTERVAL_KWH(
      Kind.AMOUNT, "grid_export_interval_kwh", "grid", "export", "Grid export"),

  GENERATOR_ACTIVE(Kind.FLAG, "generator_active", "generator", "state", "Generator"),
  FAULT_CODE(Kind.CODE, "fault_code", "system", "fault", "Fault code"),
  FAULT_TIME(Kind.EPOCH, "fault_time", "system", "fault", "Fault time");

  private final Kind kind;
  private final PointKey key;
  private final String subsystem;
  private final String type;
  private final String label;

  StandardPoint(Kind kind, String key, String subsystem, String type, String label) {
    this.kind = kind;
    this.key = new PointKey(key);
    this.subsystem = subsystem;
    this.type = type;
    this.label = label;
  }

  /** The point's name within its system. */
  public PointKey key() {
    return key;
  }

  /**
   * This point as a vendor has it.
   *
   * @param vendorField the vendor's field name or formula
   * @param transform JSON transform applied by the adapter, null for none
   */
  public PointDefinition from(String vendorField, @Nullable String transform) {
    return from(vendorField, transform, label, true);
  }

  /** This point under a vendor's own label. */
  public PointDefinition from(
      String vendorField, @Nullable String transform, String vendorLabel, boolean visible) {
    return new PointDefinition(
        key,
        kind.metricType,
        kind.numberClass,
        subsystem,
        type,
        vendorLabel,
        kind.unit,
        vendorField,
        transform,
        kind.range,
        visible);
  }

  private enum Kind {
    SOURCE(MetricType.POWER, NumberClass.GAUGE, "W", PlausibleRange.POSITIVE_POWER),
    TWO_WAY(MetricType.POWER, NumberClass.GAUGE, "W", PlausibleRange.POWER),
    CHARGE(MetricType.SOC, NumberClass.GAUGE, "%", PlausibleRange.PERCENT),
    LIFETIME(MetricType.ENERGY, NumberClass.COUNTER, "kWh", PlausibleRange.LIFETIME_ENERGY),
    AMOUNT(MetricType.ENERGY, NumberClass.INTERVAL, "kWh", PlausibleRange.INTERVAL_ENERGY),
    FLAG(MetricType.STATUS, NumberClass.GAUGE, "bool", PlausibleRange.FLAG),
    CODE(MetricType.CODE, NumberClass.GAUGE, "", PlausibleRange.CODE),
    EPOCH(MetricType.TIME, NumberClass.GAUGE, "epoch s", PlausibleRange.CODE);

    private final MetricType metricType;
    private final NumberClass numberClass;
    private final String unit;
    private final PlausibleRange range;

    Kind(MetricType metricType, NumberClass numberClass, String unit, PlausibleRange range) {
      this.metricType = metricType;
      this.numberClass = numberClass;
      this.unit = unit;
      this.range = range;
    }
  }
}
