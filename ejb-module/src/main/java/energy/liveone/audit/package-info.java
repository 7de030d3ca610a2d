/**
 * The audit log: who did what to what, when and from where, of every act that matters for security
 * or changes the configuration.
 *
 * <p>{@link energy.liveone.audit.AuditLog} takes entries in the transaction of the act itself and
 * knows who acts from the request. Depends on no other feature, so every feature may call it. The
 * application adds entries and never changes them, except that it forgets old ones and takes people
 * out who deleted their accounts. Shown to administrators, and to people what concerns themselves.
 */
@NullMarked
package energy.liveone.audit;

import org.jspecify.annotations.NullMarked;
