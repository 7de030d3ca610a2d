package energy.liveone.point;

import energy.liveone.system.SystemId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one system. Key, class of number and unit come from the vendor and stay; label,
 * order, visibility and a transform of their own are the user's. A point that the vendor no longer
 * has is inactive until it is back.
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

  @Column(name = "vendor_label")
  private @Nullable String vendorLabel;

  @Column(name = "unit")
  private String unit = "";

  @Column(name = "vendor_field")
  private @Nullable String vendorField;

  @Column(name = "transform")
  private @Nullable String transform;

  @Column(name = "user_transform")
  private @Nullable String userTransform;

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

  @Column(name = "vanished_at")
  private @Nullable Instant vanishedAt;

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
    this.label = definition.label();
    this.vendorLabel = definition.label();
    this.unit = definition.unit();
    this.vendorField = definition.vendorField();
    describe(definition);
    this.displayOrder = displayOrder;
    this.visible = definition.visible();
    this.createdAt = now;
    this.updatedAt = now;
  }

  private void describe(PointDefinition definition) {
    subsystem = definition.subsystem();
    type = definition.type();
    transform = definition.transform();
    plausibleMin = definition.range().min();
    plausibleMax = definition.range().max();
  }

  /**
   * Notes that the vendor has this point now, and as what. It is active again if it had only
   * vanished; a label that is still the vendor's follows the vendor's.
   *
   * @return whether anything changed
   */
  public boolean found(PointDefinition definition, Instant now) {
    boolean known =
        vanishedAt == null
            && definition.label().equals(vendorLabel)
            && definition.subsystem().equals(subsystem)
            && definition.type().equals(type)
            && Objects.equals(definition.transform(), transform)
            && definition.range().equals(plausibleRange());
    if (known) {
      return false;
    }
    if (label.equals(vendorLabel)) {
      label = definition.label();
    }
    vendorLabel = definition.label();
    describe(definition);
    if (vanishedAt != null) {
      vanishedAt = null;
      active = true;
    }
    updatedAt = now;
    return true;
  }

  /**
   * Notes that the vendor does not have this point now: nothing is collected, nothing deleted.
   *
   * @return whether anything changed
   */
  public boolean vanished(Instant now) {
    if (!active) {
      return false;
    }
    active = false;
    vanishedAt = now;
    updatedAt = now;
    return true;
  }

  /** Takes over what the user set; blank labels are refused by {@link PointSettings}. */
  public void apply(PointSettings settings, Instant now) {
    if (settings.active() != active) {
      // Whoever switches it on or off by hand has decided; its return decides no more.
      vanishedAt = null;
    }
    userTransform = settings.transformJson().orElse(null);
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

  /** What its owner wants done to each value after the adapter's part. */
  public Optional<Transform> userTransform() {
    return Optional.ofNullable(userTransform).map(Transform::parse);
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
