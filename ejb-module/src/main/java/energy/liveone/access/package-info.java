/**
 * Access: who asks, and whether they may. The one place that decides.
 *
 * <p>{@link energy.liveone.access.AccessService} answers; the {@code @Require…} annotations ask it
 * before a method of a resource or service runs. What somebody may not see looks like what does not
 * exist. The web security mechanism says who asks and whether the request may change something;
 * nothing else may. What is shared with whom keeps {@code sharing}.
 */
@NullMarked
package energy.liveone.access;

import org.jspecify.annotations.NullMarked;
