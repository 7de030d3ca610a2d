/**
 * Displays on a wall: the page of a system or composite with nothing but its numbers, large, and
 * what a browser needs to install the product.
 *
 * <p>Leads to the pages that there are; they and their access stay as they are.
 */
@NullMarked
package energy.liveone.web.kiosk;

import org.jspecify.annotations.NullMarked;
