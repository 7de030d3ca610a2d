/**
 * The wizard that adds a system: choose a vendor, type credentials or connect an account, see the
 * values that they lead to, say what the system is called, and watch its first data come in.
 *
 * <p>Knows no vendor: forms are made of what adapters ask for. Rules are those of {@code setup},
 * which decides what is stored. Called by pages only.
 */
@NullMarked
package energy.liveone.web.setup;

import org.jspecify.annotations.NullMarked;
