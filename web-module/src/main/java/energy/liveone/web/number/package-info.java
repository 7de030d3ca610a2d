/**
 * Numbers as people read them: units by size, few digits, a real minus, a dash for what is missing.
 *
 * <p>Pure functions for the first paint; {@code assets/js/number.js} has the same rules for what
 * follows, and both are tested against the same table. Called by view models only, which have the
 * reader's format of {@code words}.
 */
@NullMarked
package energy.liveone.web.number;

import org.jspecify.annotations.NullMarked;
