/**
 * The demo of {@code liveone up}: systems of the simulated vendors with some days of history, made
 * over the public API only, as a user would make them.
 *
 * <p>Here are the systems, the two HTTP clients (server, simulator) and the notes that let a later
 * start go on where an earlier one ended. Nothing here starts processes or knows the database. Only
 * the launcher's {@code up} calls it.
 */
@NullMarked
package energy.liveone.launcher.demo;

import org.jspecify.annotations.NullMarked;
