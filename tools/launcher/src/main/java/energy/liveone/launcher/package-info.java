/**
 * Starts LiveOne EE on one machine: the embedded MariaDB, Payara Micro and the simulated vendors as
 * child processes, in that order, and stops them the other way round.
 *
 * <p>Here are the processes, their settings and what may go wrong at the start ({@link
 * energy.liveone.launcher.StartProblem}). Nothing here knows the product's classes: the launcher
 * talks to the server over HTTP only. {@code EmbeddedMariaDb} and {@code PayaraMicroProcess} are
 * also what the tests and benchmarks of other modules start.
 */
@NullMarked
package energy.liveone.launcher;

import org.jspecify.annotations.NullMarked;
