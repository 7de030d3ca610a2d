package energy.liveone.web.card;

import energy.liveone.history.DaySoFar;
import energy.liveone.history.QuarterHours;
import energy.liveone.point.PointKey;
import energy.liveone.web.live.Role;
import energy.liveone.web.live.SitePoints;
import energy.liveone.web.live.SystemPanel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which curves of the day tell most of a system: solar over what the house takes; without solar the
 * first of its other powers; of a tariff its price.
 *
 * @param areaOrNull drawn as a filled area
 * @param lineOrNull drawn as a line
 * @param style of the line
 * @param isPrice whether the line goes in steps
 */
record CardCurve(
    @Nullable PointKey areaOrNull, @Nullable PointKey lineOrNull, String style, boolean isPrice) {
  /** What its scale reaches at least, in W. */
  private static final double LEAST_W = 100;

  /** What its scale reaches at least, in the cents of a price. */
  private static final double LEAST_PRICE = 10;

  private static final double[] NOTHING = {};

  static CardCurve of(SystemPanel panel) {
    SitePoints site = panel.site();
    Map<Role, PointKey> powers = site.powers();
    PointKey solar = powers.get(Role.SOLAR);
    if (solar != null) {
      return new CardCurve(solar, powers.get(Role.LOAD), "of-load", false);
    }
    for (Role role : List.of(Role.LOAD, Role.GRID, Role.BATTERY)) {
      PointKey key = powers.get(role);
      if (key != null) {
        return new CardCurve(null, key, "of-" + role.wireName(), false);
      }
    }
    return new CardCurve(null, site.price().orElse(null), "of-price", true);
  }

  Stream<PointKey> keys() {
    return Stream.of(Optional.ofNullable(areaOrNull), Optional.ofNullable(lineOrNull))
        .flatMap(Optional::stream);
  }

  Sparkline draw(DaySoFar day) {
    int slots = day.day().seconds() / QuarterHours.SECONDS;
    double[] line = means(lineOrNull, day);
    return isPrice
        ? Sparkline.ofSteps(slots, line, LEAST_PRICE)
        : Sparkline.ofPowers(slots, means(areaOrNull, day), line, LEAST_W);
  }

  /** By quarter hour; NaN where unknown. */
  static double[] means(@Nullable PointKey key, DaySoFar day) {
    QuarterHours known = key == null ? null : day.means().get(key);
    if (known == null) {
      return NOTHING;
    }
    double[] means = new double[known.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = known.meanAt(i);
    }
    return means;
  }
}
