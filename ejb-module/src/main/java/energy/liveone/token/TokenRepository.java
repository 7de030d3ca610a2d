package energy.liveone.token;

import energy.liveone.account.AccountId;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stored API tokens. All methods but the first join the caller's transaction. */
interface TokenRepository {
  /** The token with this hash and its account, in one query: this happens with every request. */
  Optional<TokenHolder> findByHash(byte[] sha256);

  /**
   * Stores a new token.
   *
   * @param systems those that it is restricted to, if it is
   * @return its id
   */
  int add(ApiToken token, Set<SystemId> systems);

  /** The tokens of an account that signing out has not ended, newest first. */
  List<StoredToken> of(AccountId account);

  /** Forgets a token; whether the account had it. */
  boolean remove(AccountId account, int tokenId);

  /** Forgets tokens that expired before a time. */
  void forgetExpired(Instant before);

  /** Lets a token that came from signing in outlive the end of the account's sessions. */
  void carryOver(byte[] sha256, int sessionGeneration);
}
