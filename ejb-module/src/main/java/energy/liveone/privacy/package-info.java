/**
 * What people may ask of their own data: a copy of all of it, and its end.
 *
 * <p>Who may ask is checked by the callers. What was deleted is remembered by ids alone, in the
 * database and in a file beside it, so that a backup of before does not bring people back.
 */
@NullMarked
package energy.liveone.privacy;

import org.jspecify.annotations.NullMarked;
