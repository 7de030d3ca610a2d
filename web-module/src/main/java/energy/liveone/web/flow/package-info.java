/**
 * Energy flow as pages show it: where energy came from and went to, now and over the chart's
 * period, in numbers, in words and as data for scripts.
 *
 * <p>Computes nothing itself: {@code flowledger} answers, pages ask for systems that their reader
 * may see. {@code flow-words.js} has the same rules for what changes while the page is open.
 */
@NullMarked
package energy.liveone.web.flow;

import org.jspecify.annotations.NullMarked;
