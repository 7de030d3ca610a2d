package energy.liveone.account;

import java.time.Instant;
import java.util.Optional;

/** Stored API tokens. All methods join the caller's transaction where there is one. */
public interface TokenRepository {
  /** Stores a new token. */
  void add(ApiToken token);

  /** The token with this hash. */
  Optional<ApiToken> findByHash(byte[] sha256);

  /** Stores the time of a use; a token that is gone meanwhile stays gone. */
  void noteUse(ApiToken token, Instant now);
}
