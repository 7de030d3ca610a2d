package energy.liveone.reading;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest forecast of one interval of a point.
 *
 * @param pointId the point that will have the real value
 * @param end inclusive end of the interval
 * @param length of the interval
 * @param value expected, in the point's unit
 * @param low lower bound, null when the vendor gives none
 * @param high upper bound, null when the vendor gives none
 * @param issuedAt when we got it
 */
public record StoredForecast(
    int pointId,
    Instant end,
    Duration length,
    double value,
    @Nullable Double low,
    @Nullable Double high,
    Instant issuedAt) {}
