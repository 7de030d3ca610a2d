package energy.liveone.reading;

import energy.liveone.point.PointKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor expects of an interval {@code (end - length, end]} that has not begun. Never enters
 * history, totals or latest values.
 *
 * @param point the point that will have the real value
 * @param end inclusive end of the interval
 * @param length of the interval
 * @param value expected, in the point's unit and sign
 * @param low lower bound in the point's unit, null when the vendor gives none
 * @param high upper bound in the point's unit, null when the vendor gives none
 */
public record Forecast(
    PointKey point,
    Instant end,
    Duration length,
    double value,
    @Nullable Double low,
    @Nullable Double high) {}
