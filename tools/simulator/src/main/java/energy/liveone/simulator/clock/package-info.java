/**
 * The time that simulated sites live in: real time by default, but a test may move it, let it run
 * faster or stop it. Real delays (latency, back-off of a sender) are not measured with this clock.
 */
@NullMarked
package energy.liveone.simulator.clock;

import org.jspecify.annotations.NullMarked;
