/**
 * What is to be known of one system whose data does not come: when it is polled and why then, what
 * became of the last attempts, which of its points are silent and what was refused of them.
 *
 * <p>Only queries, for administrators. Asking the vendor itself is in {@code polling}.
 */
@NullMarked
package energy.liveone.diagnosis;

import org.jspecify.annotations.NullMarked;
