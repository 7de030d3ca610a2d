/**
 * The REST API under {@code /api}: the original routes and shapes.
 *
 * <p>One package per group of resources. Resources read the request, ask one service and shape the
 * answer; rules live in the services, access in {@code access}. Every resource method says by
 * annotation who may call it. Errors are {@code {error, code, details}} without exception.
 */
@NullMarked
package energy.liveone.api;

import org.jspecify.annotations.NullMarked;
