/**
 * The HTTP server: takes requests in, hands them to a vendor or to the control API, applies the
 * faults that need no knowledge of the vendor, waits without holding a thread, and keeps the
 * journal. The only package that knows the server library.
 */
@NullMarked
package energy.liveone.simulator.http;

import org.jspecify.annotations.NullMarked;
