/** {@code /api/notices}: what callers should know although they did not ask. */
@NullMarked
package energy.liveone.api.notice;

import org.jspecify.annotations.NullMarked;
