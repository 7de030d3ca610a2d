/** {@code /api/setup} and {@code /api/test-connection}: how a system comes into the product. */
@NullMarked
package energy.liveone.api.setup;

import org.jspecify.annotations.NullMarked;
