/**
 * What every page has: theme, language, who is signed in, the systems to choose from.
 *
 * <p>Called by the page template and by the view beans of the screens, which are in their own
 * packages.
 */
@NullMarked
package energy.liveone.web.page;

import org.jspecify.annotations.NullMarked;
