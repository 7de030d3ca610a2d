/**
 * Pages of administrators: all systems, contacts with vendors, accounts, what vendors allow, the
 * database, batch jobs. What is filtered for stands in the address, so that it can be kept.
 *
 * <p>Holds no rules; each bean lets administrators in and asks one service.
 */
@NullMarked
package energy.liveone.web.admin;

import org.jspecify.annotations.NullMarked;
