/**
 * The optional second factor of an account: codes of a device (RFC 6238), and recovery codes for
 * the day when the device is lost.
 *
 * <p>Says whether a code is right; how often somebody may try is decided in {@code signin}. Secrets
 * are sealed like vendors' credentials, recovery codes are stored as hashes.
 */
@NullMarked
package energy.liveone.secondfactor;

import org.jspecify.annotations.NullMarked;
