package energy.liveone.web.card;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.history.DaySoFar;
import energy.liveone.history.QuarterHours;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemStatus;
import energy.liveone.web.live.SystemPanel;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A system in short, with its day so far. */
public record SystemCard(
    SystemPanel panel, CardCurve curve, Sparkline sparkline, List<CardFigure> figures) {
  /** What programs call a failure, before what it means. */
  private static final Pattern CODE = Pattern.compile("^[A-Z_]+: ");

  static SystemCard of(SystemPanel panel, CardCurve curve, @Nullable DaySoFar day) {
    return new SystemCard(
        panel,
        curve,
        day == null ? Sparkline.empty(slots(panel)) : curve.draw(day),
        CardFigures.of(panel, curve, day));
  }

  private static int slots(SystemPanel panel) {
    ZoneId zone = panel.overview().displayTimezone();
    LocalDay day = LocalDay.of(panel.clock().now().atZone(zone).toLocalDate(), zone);
    return day.seconds() / QuarterHours.SECONDS;
  }

  /** Whether it measures something whose day can be drawn. */
  public boolean hasCurve() {
    return curve.keys().findAny().isPresent();
  }

  /** Whether anything of its day is told. */
  public boolean hasDay() {
    return hasCurve() || !figures.isEmpty();
  }

  /** The point of the filled area; empty for none. */
  public String areaKey() {
    return name(curve.areaOrNull());
  }

  /** The point of the line; empty for none. */
  public String lineKey() {
    return name(curve.lineOrNull());
  }

  /** The colour of the line. */
  public String lineStyle() {
    return curve.style();
  }

  /** How the curve is drawn, for scripts. */
  public String form() {
    return curve.isPrice() ? "steps" : "powers";
  }

  private static String name(@Nullable PointKey key) {
    return key == null ? "" : key.value();
  }

  /** Why it is no longer collected; empty while it is, and for those who need not know. */
  public String reason() {
    String reason = panel.overview().statusReasonOrNull();
    return panel.overview().status() == SystemStatus.ERROR && reason != null
        ? CODE.matcher(reason).replaceFirst("")
        : "";
  }
}
