/**
 * Raw readings and the way they take into the database.
 *
 * <p>Validation, quarantine, the one idempotent writer, and the latest values. Does not know
 * vendors, HTTP or schedules; those hand it deliveries. Recomputation of what is already stored is
 * in {@code rollup}.
 */
@NullMarked
package energy.liveone.reading;

import org.jspecify.annotations.NullMarked;
