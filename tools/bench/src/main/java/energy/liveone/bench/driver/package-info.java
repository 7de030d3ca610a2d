/**
 * What runs within the server while the ingest benchmark does: a servlet that has payloads stored
 * the way polled answers are, without the vendors' HTTP.
 *
 * <p>These classes, and those that the benchmarks keep in packages of the product to reach what is
 * not public there, are added to a copy of the WAR; the product itself contains none of them.
 */
@NullMarked
package energy.liveone.bench.driver;

import org.jspecify.annotations.NullMarked;
