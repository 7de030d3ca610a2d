/**
 * Plain forms: what was typed into them, and where the reader goes after they were kept.
 *
 * <p>Knows nothing of what is typed. Called by view beans.
 */
@NullMarked
package energy.liveone.web.form;

import org.jspecify.annotations.NullMarked;
