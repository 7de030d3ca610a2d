/**
 * The texts of the pages, in the reader's language, for pages and for their scripts; and with them
 * the reader's way of writing quantities, since whoever needs the one needs the other.
 *
 * <p>All text stands in {@code messages_*.properties}; patterns know {@code {0}}, {@code {1}} and
 * nothing else, so that scripts fill them the same way. Called by pages and view beans.
 */
@NullMarked
package energy.liveone.web.words;

import org.jspecify.annotations.NullMarked;
