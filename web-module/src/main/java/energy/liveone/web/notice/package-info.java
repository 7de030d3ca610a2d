/** The notices on the pages: what they say, and the button that puts them away. */
@NullMarked
package energy.liveone.web.notice;

import org.jspecify.annotations.NullMarked;
