package energy.liveone.web.admin;

import energy.liveone.diagnosis.PointState;
import energy.liveone.diagnosis.PointState.Refused;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import energy.liveone.web.live.PointTile;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Texts;
import java.time.Instant;

/**
 * A point of a system under diagnosis, in words.
 *
 * @param refused what of it was quarantined lately; empty for nothing
 */
public record PointRow(
    String key,
    String label,
    String unit,
    String numberClass,
    String source,
    String range,
    boolean active,
    String value,
    String age,
    String refused) {

  static PointRow of(PointState point, SiteClock clock) {
    Texts texts = clock.texts();
    TimedValue latest = point.latestOrNull();
    return new PointRow(
        point.key().value(),
        point.label(),
        point.unit(),
        texts.text("diag.class." + point.numberClass().wireName()),
        texts.text("diag.source." + point.source().wireName()),
        texts.text(
            "diag.range",
            plain(point, point.range().min(), texts),
            plain(point, point.range().max(), texts)),
        point.active(),
        latest == null ? "\u2013" : PointTile.quantity(latest.value(), point.unit(), clock).text(),
        latest == null ? "" : clock.age(Instant.ofEpochSecond(latest.epochSecond())),
        refused(point.refused(), texts));
  }

  /** Bounds of codes, flags and moments are bare numbers. */
  private static String plain(PointState point, double bound, Texts texts) {
    String unit = PointTile.isQuantity(point.unit()) ? point.unit() : "";
    return texts.quantities().of(bound, unit).text();
  }

  private static String refused(Refused refused, Texts texts) {
    return refused.count() == 0
        ? ""
        : texts.text(
            "diag.refused",
            texts.quantities().of((double) refused.count(), "").text(),
            texts.textOr("diag.refused." + refused.newestReason(), refused.newestReason()),
            refused.newestValue());
  }
}
