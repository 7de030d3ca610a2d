/**
 * Access: who asks, and whether they may. The one place that decides.
 *
 * <p>{@link energy.liveone.access.AccessService} answers; {@code @RequireAuth},
 * {@code @RequireAdmin}, {@code @RequireCronOrAdmin} and {@code @RequireSystemAccess} ask it before
 * a method of a resource or service runs. What somebody may not see looks like what does not exist.
 * The web security mechanism says who asks; nothing else may.
 */
@NullMarked
package energy.liveone.access;

import org.jspecify.annotations.NullMarked;
