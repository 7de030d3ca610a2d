/**
 * Times without data: found, told, and filled where the vendor still can.
 *
 * <p>Here is what counts as a gap, what becomes of it, and the asking of vendors for the past, by
 * itself and on order. The writer notes silences of samples on its way ({@code reading}); the batch
 * job of long back-fills is in the module of jobs. Called by its timer, the API and pages.
 */
@NullMarked
package energy.liveone.gap;

import org.jspecify.annotations.NullMarked;
