package energy.liveone.access;

import energy.liveone.account.AccountId;
import java.util.Collection;
import java.util.Set;

/**
 * What others share with an account; {@code sharing} keeps it. Failures throw: no answer is not an
 * empty one.
 */
public interface ViewerGrants {
  /** Those of some subjects that the account may see, and notes that it does. */
  Set<Subject> among(AccountId viewer, Collection<Subject> subjects);

  /** All that the account may see. */
  Set<Subject> of(AccountId viewer);
}
