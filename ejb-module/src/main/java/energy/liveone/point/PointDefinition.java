package energy.liveone.point;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of one of its points; the template from which a system's point is created.
 *
 * @param key name within the system
 * @param metricType the quantity
 * @param numberClass how its numbers aggregate
 * @param source in which form its values reach us
 * @param subsystem {@code solar}, {@code battery}, {@code grid}, {@code load}, {@code generator} or
 *     {@code system}
 * @param type the role within the subsystem, such as {@code generation.local}
 * @param label text shown to people
 * @param unit W, kWh, %, V, A, Hz, °C, c/kWh, c, bool or empty
 * @param vendorField the vendor's own field name or formula
 * @param transform JSON transform applied by the adapter, null for none
 * @param range plausible values, in {@code unit}
 * @param visible whether pages show it at first
 */
public record PointDefinition(
    PointKey key,
    MetricType metricType,
    NumberClass numberClass,
    PointSource source,
    String subsystem,
    String type,
    String label,
    String unit,
    String vendorField,
    @Nullable String transform,
    PlausibleRange range,
    boolean visible) {
  public PointDefinition {
    if (source == PointSource.INTERVALS && numberClass == NumberClass.COUNTER) {
      throw new IllegalArgumentException("A counter has readings, not intervals: " + key);
    }
  }

  /** A point whose values reach us as samples. */
  public PointDefinition(
      PointKey key,
      MetricType metricType,
      NumberClass numberClass,
      String subsystem,
      String type,
      String label,
      String unit,
      String vendorField,
      @Nullable String transform,
      PlausibleRange range,
      boolean visible) {
    this(
        key,
        metricType,
        numberClass,
        PointSource.SAMPLES,
        subsystem,
        type,
        label,
        unit,
        vendorField,
        transform,
        range,
        visible);
  }

  /** The same point with values that reach us as intervals. */
  public PointDefinition fromIntervals() {
    return new PointDefinition(
        key,
        metricType,
        numberClass,
        PointSource.INTERVALS,
        subsystem,
        type,
        label,
        unit,
        vendorField,
        transform,
        range,
        visible);
  }

  /** The same point under another key. */
  public PointDefinition named(PointKey other) {
    return new PointDefinition(
        other,
        metricType,
        numberClass,
        source,
        subsystem,
        type,
        label,
        unit,
        vendorField,
        transform,
        range,
        visible);
  }

  /** The transform, if there is one. */
  public Optional<String> transformJson() {
    return Optional.ofNullable(transform);
  }
}
