/**
 * How pages look to the owner of an account: language, theme, units, the first day of the week.
 *
 * <p>Nothing here changes a number: values are stored and told by the API as they are, and only
 * pages convert them. Called by the API and by the pages, which also know what to do for readers
 * without an account.
 */
@NullMarked
package energy.liveone.preference;

import org.jspecify.annotations.NullMarked;
