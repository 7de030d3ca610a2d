/**
 * Errors of the API: one shape, stable codes, and mappers from whatever goes wrong to them.
 *
 * <p>Nothing of the program's inside leaves through here; what a caller cannot mend is logged.
 */
@NullMarked
package energy.liveone.api.error;

import org.jspecify.annotations.NullMarked;
