/**
 * What pages keep in their address, so that it can be bookmarked and sent.
 *
 * <p>Making addresses with a query, and the filter of a list that is read page by page. Knows
 * nothing of what is listed. Called by view beans and servlets.
 */
@NullMarked
package energy.liveone.web.address;

import org.jspecify.annotations.NullMarked;
