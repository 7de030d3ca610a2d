/**
 * What is done by following a link in a mail: signing up, proving an address, choosing a new
 * password.
 *
 * <p>Requests are answered the same, and as fast, whether or not an address has an account: what
 * follows happens afterwards, elsewhere. Links are random, stored as hashes, and work once and not
 * for long; showing a page uses none up, because mail scanners open pages too.
 */
@NullMarked
package energy.liveone.mailedlink;

import org.jspecify.annotations.NullMarked;
