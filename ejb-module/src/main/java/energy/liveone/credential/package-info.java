/**
 * Sealed vendor credentials: the only place that encrypts or decrypts them.
 *
 * <p>Everything else handles {@link energy.liveone.vendor.Credentials}, which never prints its
 * values.
 */
@NullMarked
package energy.liveone.credential;

import org.jspecify.annotations.NullMarked;
