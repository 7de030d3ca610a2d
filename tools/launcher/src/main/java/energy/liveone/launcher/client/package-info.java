/**
 * Calls of the running server's public API, and of the simulator's control API: requests, sign-in,
 * nothing else.
 *
 * <p>What is asked for stands in the packages {@code demo} and {@code admin}, which alone call this
 * one. No class of the server is known here.
 */
@NullMarked
package energy.liveone.launcher.client;

import org.jspecify.annotations.NullMarked;
