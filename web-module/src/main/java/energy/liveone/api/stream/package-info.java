/**
 * Tells open pages, over Server-Sent Events, that there are new values, within a second of their
 * writing on whichever node.
 *
 * <p>An event says whose values are new and not which: pages ask for them as always, with the
 * access that they have at that moment. A stream ends after some minutes and is opened again by the
 * browser, so that nobody listens on with access that has ended.
 */
@NullMarked
package energy.liveone.api.stream;

import org.jspecify.annotations.NullMarked;
