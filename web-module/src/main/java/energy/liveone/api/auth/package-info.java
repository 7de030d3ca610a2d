/** {@code /api/auth}: how scripts get their tokens. */
@NullMarked
package energy.liveone.api.auth;

import org.jspecify.annotations.NullMarked;
