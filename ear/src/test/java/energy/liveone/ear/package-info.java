/** The EAR on a real Payara Server, set up as docs/payara-server.md says. */
@NullMarked
package energy.liveone.ear;

import org.jspecify.annotations.NullMarked;
