/**
 * The contract between LiveOne and a vendor: adapters, their outcomes and what they may use.
 *
 * <p>A vendor lives in one package below this one and is found by CDI; nothing outside names it.
 * Adapters are stateless; cookies and tokens live in {@link energy.liveone.vendor.VendorSessions},
 * one entry per credential. Called by polling, set-up and the push resources.
 */
@NullMarked
package energy.liveone.vendor;

import org.jspecify.annotations.NullMarked;
