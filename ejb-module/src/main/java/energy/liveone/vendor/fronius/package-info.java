/**
 * Fronius inverters whose collector, or whose own Datamanager, pushes to us; never polled.
 *
 * <p>Two formats: a collector's JSON (main format), and the "CurrentData – Powerflow" document of
 * the Solar API V1 that a Datamanager's Push Service sends ({@code native}), as in Fronius' manual
 * 42,0410,2012 and in recorded pushes, which lack its {@code Data} level. Body at most 64 KiB, one
 * push a minute is usual. Quirks: null at night means asleep, not 0; a GEN24 without battery tells
 * a charge of 0 % in mode {@code disabled}; {@code E_Total} can be rubbish below {@code E_Year};
 * energy after an outage covers the whole outage. Nothing outside names this package.
 */
@NullMarked
package energy.liveone.vendor.fronius;

import org.jspecify.annotations.NullMarked;
