/**
 * Read-only access to systems and composites of others: viewers, invitations by mail, share links.
 *
 * <p>Keeps what owners share and lets it be taken up; what a share lets somebody do is decided in
 * {@code access}, which asks here what is shared with a caller. Called by the pages and routes of
 * sharing and by the web security mechanism.
 */
@NullMarked
package energy.liveone.sharing;

import org.jspecify.annotations.NullMarked;
