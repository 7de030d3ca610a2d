/**
 * What every request passes, whoever sends it and whatever it is for: where it comes from, whether
 * it was sent on purpose, how large and how frequent it is, and the headers of every answer.
 *
 * <p>Knows no accounts; who sends a request is found out by {@code web.security}, which asks here
 * first. Filters are in the order of {@code web.xml}.
 */
@NullMarked
package energy.liveone.web.gate;

import org.jspecify.annotations.NullMarked;
