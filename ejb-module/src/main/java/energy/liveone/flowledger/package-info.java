/**
 * Energy flow of systems and composites: the stored days, what is owed of them, and the answers to
 * how it flows now and over any range.
 *
 * <p>Reads 5-minute rows and latest values; computes with {@code flow}. Days follow the rollup: a
 * day that was summed up, for the first time or again, owes its flow. Callers decide access by the
 * {@code Home} that they ask for.
 */
@NullMarked
package energy.liveone.flowledger;

import org.jspecify.annotations.NullMarked;
