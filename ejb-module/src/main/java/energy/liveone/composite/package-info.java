/**
 * Composites: several systems seen as one home, and which of their points plays which role.
 *
 * <p>A composite belongs to an account; its members are systems that this account may see, now and
 * not only when they were added. The arithmetic is in {@code flow}; days and answers of energy flow
 * are in {@code flowledger}. Access is decided by {@code access}.
 */
@NullMarked
package energy.liveone.composite;

import org.jspecify.annotations.NullMarked;
