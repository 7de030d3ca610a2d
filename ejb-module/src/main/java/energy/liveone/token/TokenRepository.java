package energy.liveone.token;

import java.util.Optional;

/** Stored API tokens. */
interface TokenRepository {
  /** Stores a new token. Joins the caller's transaction. */
  void add(ApiToken token);

  /** The token with this hash and its account, in one query: this happens with every request. */
  Optional<TokenHolder> findByHash(byte[] sha256);

  /** Lets a token that came from signing in outlive the end of the account's sessions. */
  void carryOver(byte[] sha256, int sessionGeneration);
}
