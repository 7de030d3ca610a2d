/** {@code /api/admin}: systems, points, sessions and users, for administrators. */
@NullMarked
package energy.liveone.api.admin;

import org.jspecify.annotations.NullMarked;
