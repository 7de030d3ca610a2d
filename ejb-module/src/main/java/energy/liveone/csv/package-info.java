/**
 * Tables of comma-separated values, as exports write them.
 *
 * <p>Knows nothing of what is exported. Called by those who write tables.
 */
@NullMarked
package energy.liveone.csv;

import org.jspecify.annotations.NullMarked;
