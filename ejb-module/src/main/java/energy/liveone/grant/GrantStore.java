package energy.liveone.grant;

import energy.liveone.vendor.OAuthTokens;
import java.util.Optional;

/** Grants at rest, as far as their renewal needs them. Blocks; each method is a transaction. */
public interface GrantStore {
  /** The grant; empty also when its tokens do not open with the present key. */
  Optional<Grant> find(GrantId id);

  /**
   * Puts tokens in place of those of a grant as it was read.
   *
   * @return false when somebody else has replaced them meanwhile
   */
  boolean replace(Grant asRead, OAuthTokens tokens);
}
