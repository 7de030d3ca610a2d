/**
 * {@code /api/auth}: how scripts get their tokens, and how owners connect their vendor accounts.
 */
@NullMarked
package energy.liveone.api.auth;

import org.jspecify.annotations.NullMarked;
