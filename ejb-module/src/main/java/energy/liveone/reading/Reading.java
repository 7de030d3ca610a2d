package energy.liveone.reading;

import energy.liveone.point.PointKey;
import java.time.Instant;

/**
 * One value of one point at one time, as a vendor reported it.
 *
 * @param point the point within its system
 * @param time device time of the measurement; stored with whole seconds
 * @param value in the point's unit and sign; not yet validated, so it may be any double
 */
public record Reading(PointKey point, Instant time, double value) {}
