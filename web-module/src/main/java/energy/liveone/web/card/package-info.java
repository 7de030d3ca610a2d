/**
 * Systems in short: their powers now, what today brought and its curve, as the cards of a dashboard
 * show them.
 *
 * <p>View models of the first paint; {@code system-cards.js} and {@code sparkline.js} go by the
 * same rules. Reads the days of all systems together through {@code history}, which checks access;
 * only pages with cards call it, because those that merely list systems need none of this.
 */
@NullMarked
package energy.liveone.web.card;

import org.jspecify.annotations.NullMarked;
