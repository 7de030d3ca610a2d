/** {@code /api/vendors}: what can be added, and what its form asks for. */
@NullMarked
package energy.liveone.api.vendors;

import org.jspecify.annotations.NullMarked;
