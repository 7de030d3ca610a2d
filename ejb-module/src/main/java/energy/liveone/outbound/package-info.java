/**
 * Where this server may be told to call: {@link energy.liveone.outbound.OutboundUrl}. Only the
 * operator configures addresses; users give identifiers, which adapters check. Calls themselves are
 * in {@code vendor} and {@code oidc}, which are those who may use this package.
 */
@NullMarked
package energy.liveone.outbound;

import org.jspecify.annotations.NullMarked;
