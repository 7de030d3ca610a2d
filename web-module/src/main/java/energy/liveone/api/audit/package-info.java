/**
 * {@code /api/admin/audit} and {@code /api/account/audit}: the audit log, for administrators the
 * whole, for everybody what concerns their own account.
 */
@NullMarked
package energy.liveone.api.audit;

import org.jspecify.annotations.NullMarked;
