package energy.liveone.point;

import energy.liveone.system.SystemId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one system. Key, class of number, unit and plausible range come from the vendor and
 * stay; label, order and visibility are the user's.
 */
@Entity
@Table(name = "point_info")
public class Point {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "point_id")
  private @Nullable Integer id;

  @Column(name = "system_id", updatable = false)
  private int systemId;

  @Column(name = "point_key", updatable = false)
  private String key = "";

  @Column(name = "metric_type")
  private String metricType = "";

  @Column(name = "number_class")
  private String numberClass = "";

  @Column(name = "source", updatable = false)
  private String source = "";

  @Column(name = "subsystem")
  private @Nullable String subsystem;

  @Column(name = "type")
  private @Nullable String type;

  @Column(name = "label")
  private String label = "";

  @Column(name = "unit")
  private String unit = "";

  @Column(name = "vendor_field")
  private @Nullable String vendorField;

  @Column(name = "transform")
  private @Nullable String transform;

  @Column(name = "plausible_min")
  private double plausibleMin;

  @Column(name = "plausible_max")
  private double plausibleMax;

  @Column(name = "display_order")
  private int displayOrder;

  @Column(name = "visible")
  private boolean visible = true;

  @Column(name = "is_active")
  private boolean active = true;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "updated_at")
  private Instant updatedAt = Instant.EPOCH;

  /** For the persistence provider. */
  protected Point() {}

  /** A new point as its vendor defines it. */
  public Point(SystemId systemId, PointDefinition definition, int displayOrder, Instant now) {
    this.systemId = systemId.value();
    this.key = definition.key().value();
    this.metricType = definition.metricType().wireName();
    this.numberClass = definition.numberClass().wireName();
    this.source = definition.source().wireName();
    this.subsystem = definition.subsystem();
    this.type = definition.type();
    this.label = definition.label();
    this.unit = definition.unit();
    this.vendorField = definition.vendorField();
    this.transform = definition.transform();
    this.plausibleMin = definition.range().min();
    this.plausibleMax = definition.range().max();
    this.displayOrder = displayOrder;
    this.visible = definition.visible();
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Takes over what the user set; blank labels are refused by {@link PointSettings}. */
  public void apply(PointSettings settings, Instant now) {
    label = settings.label();
    displayOrder = settings.displayOrder();
    visible = settings.visible();
    active = settings.active();
    updatedAt = now;
  }

  public PointId id() {
    if (id == null) {
      throw new IllegalStateException("Not stored yet");
    }
    return new PointId(id);
  }

  public SystemId systemId() {
    return new SystemId(systemId);
  }

  public PointKey key() {
    return new PointKey(key);
  }

  public MetricType metricType() {
    return MetricType.ofWireName(metricType);
  }

  public NumberClass numberClass() {
    return NumberClass.ofWireName(numberClass);
  }

  public PointSource source() {
    return PointSource.ofWireName(source);
  }

  public Optional<String> subsystem() {
    return Optional.ofNullable(subsystem);
  }

  public Optional<String> type() {
    return Optional.ofNullable(type);
  }

  public String label() {
    return label;
  }

  public String unit() {
    return unit;
  }

  public Optional<String> vendorField() {
    return Optional.ofNullable(vendorField);
  }

  public Optional<String> transform() {
    return Optional.ofNullable(transform);
  }

  public PlausibleRange plausibleRange() {
    return new PlausibleRange(plausibleMin, plausibleMax);
  }

  public int displayOrder() {
    return displayOrder;
  }

  public boolean isVisible() {
    return visible;
  }

  /** Whether readings of it are stored. */
  public boolean isActive() {
    return active;
  }
}
