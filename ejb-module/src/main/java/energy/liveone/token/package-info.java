/**
 * API tokens: what scripts send in place of a session.
 *
 * <p>Random, shown once, stored as hashes. Says whose a token is and what it was made for; what
 * that lets a caller do is decided in {@code access}. Found by the web security mechanism, made and
 * revoked by the pages and routes of one's own account.
 */
@NullMarked
package energy.liveone.token;

import org.jspecify.annotations.NullMarked;
