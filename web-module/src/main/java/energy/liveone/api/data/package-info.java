/**
 * {@code /api/data}: systems, latest values, time series, forecasts.
 *
 * <p>Requests become queries of {@code history}; time series are written without an object per
 * value.
 */
@NullMarked
package energy.liveone.api.data;

import org.jspecify.annotations.NullMarked;
