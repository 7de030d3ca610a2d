/**
 * The control API: what a test or the demo orders and asks, as JSON below {@code /control}. Vendors
 * bring their own controls below {@code /control/<vendor>}; nothing here knows one of them.
 */
@NullMarked
package energy.liveone.simulator.control;

import org.jspecify.annotations.NullMarked;
