/**
 * Sharing on pages: whom a system is shared with, what is shared with oneself, and where the links
 * in mails and share links lead.
 *
 * <p>Views and servlets only; {@code sharing} does the work and {@code access} decides.
 */
@NullMarked
package energy.liveone.web.sharing;

import org.jspecify.annotations.NullMarked;
