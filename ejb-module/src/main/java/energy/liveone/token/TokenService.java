package energy.liveone.token;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.lastuse.LastUses;
import energy.liveone.lastuse.UsedThing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens of scripts: random, shown once, stored as a hash. */
@ApplicationScoped
public class TokenService {
  /** How long a token works unless its maker wants otherwise. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(30);

  /** Most tokens that one account makes. */
  public static final int MOST = 100;

  private final TokenRepository tokens;
  private final LastUses uses;
  private final Clock clock;

  @Inject
  TokenService(TokenRepository tokens, LastUses uses, Clock clock) {
    this.tokens = tokens;
    this.uses = uses;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected TokenService() {
    this(null, null, null);
  }

  /** A token at the only moment when its text is known. */
  public record IssuedToken(int id, String token, Instant expiresAt) {
    /** Never prints the token. */
    @Override
    public String toString() {
      return "IssuedToken[id=" + id + ", expiresAt=" + expiresAt + "]";
    }
  }

  /** Makes a token that acts for an account until the account signs out everywhere. */
  @Transactional
  public IssuedToken issue(AccountProfile account, String name, Duration lifetime) {
    TokenText text = TokenText.generate(TokenText.API);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(lifetime);
    int id = tokens.add(ApiToken.ofSignIn(account, name, text.sha256(), now, expiresAt), Set.of());
    return new IssuedToken(id, text.value(), expiresAt);
  }

  /**
   * Makes a token as somebody wants it. Whether they may is checked by the callers.
   *
   * @return empty when the account has too many
   */
  @Transactional
  public Optional<IssuedToken> create(AccountProfile account, NewToken wanted) {
    if (tokens.of(account.id()).stream().filter(one -> !one.bySignIn()).count() >= MOST) {
      return Optional.empty();
    }
    TokenText text = TokenText.generate(TokenText.API);
    Instant now = clock.instant();
    int id =
        tokens.add(
            ApiToken.chosen(account, wanted, text.sha256(), now),
            wanted.systems().orElse(Set.of()));
    return Optional.of(new IssuedToken(id, text.value(), now.plus(wanted.lifetime())));
  }

  /** The tokens of an account, newest first; also those that expired lately. */
  public List<StoredToken> of(AccountId account) {
    return tokens.of(account);
  }

  /** Ends a token at once; whether the account had it. */
  @Transactional
  public boolean revoke(AccountId account, int tokenId) {
    return tokens.remove(account, tokenId);
  }

  /** Keeps the token with which somebody ended all others; the profile is the one after that. */
  public void carryOver(String token, AccountProfile account) {
    tokens.carryOver(new TokenText(token).sha256(), account.sessionGeneration());
  }

  /**
   * Who sends a token; empty when it is unknown, expired or signed out.
   *
   * @param address the network address that it comes from
   */
  public Optional<TokenBearer> bearerOf(String token, String address) {
    TokenText text = new TokenText(token);
    if (!text.hasPrefix(TokenText.API)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<TokenHolder> found =
        tokens.findByHash(text.sha256()).filter(holder -> holder.isValidAt(now));
    found.ifPresent(
        holder ->
            uses.note(
                new UsedThing(UsedThing.Kind.TOKEN, holder.tokenId()),
                holder.lastUsedOrNull(),
                address));
    return found.map(TokenHolder::bearer);
  }
}
