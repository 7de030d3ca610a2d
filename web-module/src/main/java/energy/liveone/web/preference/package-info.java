/**
 * How pages look to the reader of the current request: what the address, the account and the
 * browser's cookies wish, and which of them counts.
 *
 * <p>Called by the frame of the pages and by their words. What an account prefers is kept by {@code
 * energy.liveone.preference}.
 */
@NullMarked
package energy.liveone.web.preference;

import org.jspecify.annotations.NullMarked;
