package energy.liveone.web.setup;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSettings;
import energy.liveone.setup.OfferedPoints;
import energy.liveone.setup.PointChoice;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.web.live.PointTile;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.setup.PendingSetup.Tried;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The points of a system that is being named: which are shown, and under which names. */
@Named("setupPoints")
@RequestScoped
public class SetupPointsView extends SetupStep {
  /** The order of what energy is about; whatever else there is comes last. */
  private static final List<String> SUBSYSTEMS =
      List.of("solar", "battery", "grid", "load", "generator", "system");

  /**
   * A point of the form.
   *
   * @param vendorLabel what the vendor calls it
   * @param unit as stored; with the label it tells power from energy
   * @param label as typed, else the same
   * @param told the value that the vendor told just now; its unit alone when there is none
   */
  public record Row(
      String key,
      String vendorLabel,
      String unit,
      String label,
      boolean shown,
      Quantity told,
      String error) {}

  /** Points of one subsystem. */
  public record Group(String title, String dotClass, List<Row> rows) {}

  /** All points by subsystem. */
  public List<Group> getGroups() {
    Map<String, List<Row>> bySubsystem = new LinkedHashMap<>();
    SUBSYSTEMS.forEach(each -> bySubsystem.put(each, new ArrayList<>()));
    Connected found = found();
    for (PointDefinition point : offered()) {
      String subsystem = SUBSYSTEMS.contains(point.subsystem()) ? point.subsystem() : "system";
      bySubsystem.get(subsystem).add(row(point, found.latest().get(point.key())));
    }
    return bySubsystem.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(
            each ->
                new Group(
                    words.text("setup.subsystem." + each.getKey()),
                    "dot of-" + each.getKey(),
                    each.getValue()))
        .toList();
  }

  private Row row(PointDefinition point, @Nullable Double value) {
    String key = point.key().value();
    boolean isTyped = request.getParameter("label-" + key) != null;
    String label = isTyped ? typed("label-" + key) : point.label();
    return new Row(
        key,
        point.label(),
        unit(point.unit()),
        label,
        isTyped ? request.getParameter("shown-" + key) != null : point.visible(),
        told(point.unit(), value),
        PointSettings.isLabel(label) ? "" : words.text("points.badLabel"));
  }

  /** Moments are left out: where the site stands, and so its clock, is not known yet. */
  private Quantity told(String unit, @Nullable Double value) {
    if (value == null || unit.equals(PointTile.MOMENT)) {
      return new Quantity(Quantity.MISSING.number(), unit(unit));
    }
    return unit.equals(PointTile.FLAG)
        ? new Quantity(words.texts().shared(value != 0 ? "value.on" : "value.off"), "")
        : words.texts().quantities().of(value, unit);
  }

  private static String unit(String unit) {
    return unit.equals(PointTile.FLAG) || unit.equals(PointTile.MOMENT) ? "" : unit;
  }

  private Connected found() {
    return tried().map(Tried::found).orElse(Connected.NOTHING);
  }

  private List<PointDefinition> offered() {
    Connected found = found();
    return OfferedPoints.of(chosen(), found.options(), found).definitions();
  }

  private List<Row> rows() {
    return getGroups().stream().flatMap(group -> group.rows().stream()).toList();
  }

  /** How many there are. */
  public int getCount() {
    return offered().size();
  }

  /** Whether a name of one cannot be kept. */
  public boolean isWrong() {
    return rows().stream().anyMatch(row -> !row.error().isEmpty());
  }

  /** Values that the vendor told just now of what its adapter would show, in its order. */
  public List<Row> getTold() {
    Connected found = found();
    return offered().stream()
        .filter(point -> point.visible() && !point.unit().equals(PointTile.MOMENT))
        .filter(point -> found.latest().containsKey(point.key()))
        .map(point -> row(point, found.latest().get(point.key())))
        .toList();
  }

  /** What is wanted otherwise than the vendor has it. */
  List<PointChoice> choices() {
    Map<String, PointDefinition> byKey = new LinkedHashMap<>();
    offered().forEach(point -> byKey.put(point.key().value(), point));
    return rows().stream().flatMap(row -> choice(row, byKey.get(row.key())).stream()).toList();
  }

  private static Optional<PointChoice> choice(Row row, PointDefinition point) {
    boolean renamed = !row.label().equals(point.label());
    boolean turned = row.shown() != point.visible();
    return renamed || turned
        ? Optional.of(
            new PointChoice(
                new PointKey(row.key()),
                renamed ? row.label() : null,
                turned ? (Boolean) row.shown() : null))
        : Optional.empty();
  }
}
