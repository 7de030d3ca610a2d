/**
 * What Clerk tells of its users: signed messages about users that were made, changed or deleted.
 *
 * <p>Checks signatures, keeps events in order and each to one effect; whom a user's address lets in
 * is decided in {@code identity}. Called by the route that takes the messages.
 */
@NullMarked
package energy.liveone.clerk;

import org.jspecify.annotations.NullMarked;
