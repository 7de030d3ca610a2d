/** Readiness and liveness for launchers and orchestrators, at {@code /health}. */
@NullMarked
package energy.liveone.web.health;

import org.jspecify.annotations.NullMarked;
