/**
 * The API's description as a page for people: Swagger UI over {@code /openapi}.
 *
 * <p>Describes nothing itself; the description is {@code META-INF/openapi.yaml}. Open to all, like
 * the description.
 */
@NullMarked
package energy.liveone.api.docs;

import org.jspecify.annotations.NullMarked;
