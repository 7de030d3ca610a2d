/**
 * Mondo's portal as its web page uses it: sign-in form with verification token, authorization code
 * with PKCE, short tokens, circuits as rows without a time stamp, live values some minutes old with
 * the battery's sign turned round, and a day's mean powers. The wire is that of the vendor page for
 * Mondo; nothing is called from here.
 */
@NullMarked
package energy.liveone.simulator.mondo;

import org.jspecify.annotations.NullMarked;
