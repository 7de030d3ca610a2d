/**
 * Bodies and parameters of requests, read strictly: what is wrong is named by its field.
 *
 * <p>Unknown fields are tolerated. Knows nothing of any resource.
 */
@NullMarked
package energy.liveone.api.json;

import org.jspecify.annotations.NullMarked;
