/**
 * Pages of composites: the list, one composite as a home, and its editor with members, roles and
 * hints of what counts twice.
 *
 * <p>Holds no rules: {@code composite} decides what may be made of what, {@code flowledger}
 * computes the flow. Called by pages only.
 */
@NullMarked
package energy.liveone.web.composite;

import org.jspecify.annotations.NullMarked;
