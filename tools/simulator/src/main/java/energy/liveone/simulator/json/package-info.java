/**
 * Building, reading and writing JSON through one provider that is looked up once. Knows nothing of
 * what the JSON means.
 */
@NullMarked
package energy.liveone.simulator.json;

import org.jspecify.annotations.NullMarked;
