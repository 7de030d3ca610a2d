/**
 * The audit log on pages: the whole for administrators, and what concerns the reader's own account.
 *
 * <p>What is logged, and what is not, is decided in {@code audit}.
 */
@NullMarked
package energy.liveone.web.audit;

import org.jspecify.annotations.NullMarked;
