/**
 * {@code liveone admin}: operations on the running server, over its public API as an administrator.
 *
 * <p>Here are the commands and how they are written on the command line. Nothing here touches the
 * database or the server's files. Only the launcher's {@code Main} calls it.
 */
@NullMarked
package energy.liveone.launcher.admin;

import org.jspecify.annotations.NullMarked;
