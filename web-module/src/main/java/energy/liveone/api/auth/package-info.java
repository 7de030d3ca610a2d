/**
 * {@code /api/auth}: how scripts get their tokens, what the links in mails do, and how owners
 * connect their vendor accounts.
 */
@NullMarked
package energy.liveone.api.auth;

import org.jspecify.annotations.NullMarked;
