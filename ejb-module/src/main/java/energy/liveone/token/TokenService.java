package energy.liveone.token;

import energy.liveone.account.AccountProfile;
import energy.liveone.lastuse.LastUses;
import energy.liveone.lastuse.UsedThing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Bearer tokens of scripts: random, shown once, stored as a hash. */
@ApplicationScoped
public class TokenService {
  /** How long a token works unless its maker wants otherwise. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(30);

  private static final String PREFIX = "lot_";
  private static final int RANDOM_BYTES = 32;

  private final TokenRepository tokens;
  private final LastUses uses;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

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
  public record IssuedToken(String token, Instant expiresAt) {
    /** Never prints the token. */
    @Override
    public String toString() {
      return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
  }

  /** Makes a token that acts for an account until the account signs out everywhere. */
  @Transactional
  public IssuedToken issue(AccountProfile account, String name, Duration lifetime) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(lifetime);
    tokens.add(ApiToken.ofSignIn(account, name, sha256(text), now, expiresAt));
    return new IssuedToken(text, expiresAt);
  }

  /** Keeps the token with which somebody ended all others; the profile is the one after that. */
  public void carryOver(String token, AccountProfile account) {
    tokens.carryOver(sha256(token), account.sessionGeneration());
  }

  /**
   * Who sends a token; empty when it is unknown, expired or signed out.
   *
   * @param address the network address that it comes from
   */
  public Optional<TokenBearer> bearerOf(String token, String address) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<TokenHolder> found =
        tokens.findByHash(sha256(token)).filter(holder -> holder.isValidAt(now));
    found.ifPresent(
        holder ->
            uses.note(
                new UsedThing(UsedThing.Kind.TOKEN, holder.tokenId()),
                holder.lastUsedOrNull(),
                address));
    return found.map(TokenHolder::bearer);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", e);
    }
  }
}
