/**
 * What a reader sees when a page cannot be shown: not found, not allowed, waited too long, failed.
 *
 * <p>The only place of the pages where exceptions are judged. The API has its own mappers.
 */
@NullMarked
package energy.liveone.web.problem;

import org.jspecify.annotations.NullMarked;
