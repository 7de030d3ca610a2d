/**
 * The arithmetic of energy flow: which point plays which role, how members with different cadences
 * meet on the 5-minute grid, and how what was used is allotted to where it came from.
 *
 * <p>Pure functions and values, the same for live answers, for any range and for the stored days.
 * Knows neither database nor composites; {@code composite} says what is bound, {@code flowledger}
 * stores and answers. docs/energy-flow.md has the rules with examples computed by hand.
 */
@NullMarked
package energy.liveone.flow;

import org.jspecify.annotations.NullMarked;
