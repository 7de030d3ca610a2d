/**
 * Benchmarks of the real product: a Payara Micro, an embedded MariaDB and a simulator of their own,
 * in a directory of their own.
 *
 * <p>Every figure is printed as one JSON line, with its yardstick from the same run, and only after
 * what was measured was also found to be right. Nothing of the product depends on this module.
 */
@NullMarked
package energy.liveone.bench;

import org.jspecify.annotations.NullMarked;
