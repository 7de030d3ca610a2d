package energy.liveone.web.system;

import energy.liveone.setup.MaintainPoints;
import energy.liveone.setup.PointChange;
import energy.liveone.setup.PointDescription;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Undo;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The points of a system as its owner arranges them: names, order, what is shown and collected. */
@Named("systemPoints")
@RequestScoped
public class SystemPointsView {
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,4}");

  @Inject private ShownSystem shown;
  @Inject private MaintainPoints maintain;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private String error = "";
  private @Nullable List<Row> rows;

  /** A point as the form has it; {@code order} as it was typed. */
  public record Row(
      String key, String unit, String label, String order, boolean visible, boolean active) {}

  /** All points, as stored or as just typed. */
  public List<Row> getRows() {
    List<Row> known = rows;
    if (known == null) {
      known = stored().stream().map(this::row).toList();
      rows = known;
    }
    return known;
  }

  private List<PointDescription> stored() {
    return maintain.list(shown.id());
  }

  private Row row(PointDescription point) {
    String key = point.key().value();
    String label = request.getParameter("label-" + key);
    String order = request.getParameter("order-" + key);
    boolean isTyped = label != null && order != null;
    return isTyped
        ? new Row(key, point.unit(), label.strip(), order.strip(), is("shown", key), is("on", key))
        : new Row(
            key,
            point.unit(),
            point.label(),
            Integer.toString(point.displayOrder()),
            point.visible(),
            point.active());
  }

  private boolean is(String box, String key) {
    return request.getParameter(box + "-" + key) != null;
  }

  /** Keeps what the form changes. */
  public void save() throws IOException {
    List<PointChange> changes = new ArrayList<>();
    List<PointDescription> before = stored();
    List<Row> after = getRows();
    for (int i = 0; i < after.size(); i++) {
      Row row = after.get(i);
      if (row.label().isEmpty() || !PLACE.matcher(row.order()).matches()) {
        error = words.text("points.bad", row.key());
        return;
      }
      PointDescription old = before.get(i);
      int order = Integer.parseInt(row.order());
      PointChange change =
          new PointChange(
              old.key(),
              row.label().equals(old.label()) ? null : row.label(),
              order == old.displayOrder() ? null : (Integer) order,
              row.visible() == old.visible() ? null : (Boolean) row.visible(),
              row.active() == old.active() ? null : (Boolean) row.active(),
              null);
      if (!change.equals(new PointChange(old.key(), null, null, null, null, null))) {
        changes.add(change);
      }
    }
    try {
      if (!changes.isEmpty()) {
        maintain.change(shown.id(), changes);
      }
      String done = Undo.isAsked(request) ? "points-undone" : "points";
      NextPage.go("/system/" + shown.id() + "/edit?done=" + done + "#points");
    } catch (IllegalArgumentException e) {
      error = words.text("points.badLabel");
    }
  }

  /** Why nothing was kept; empty when nothing is wrong. */
  public String getError() {
    return error;
  }
}
