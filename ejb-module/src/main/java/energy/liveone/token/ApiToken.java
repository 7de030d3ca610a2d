package energy.liveone.token;

import energy.liveone.account.AccountProfile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key with which a script acts for an account, until it expires. Only its hash is stored. */
@Entity
@Table(name = "api_tokens")
public class ApiToken {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private @Nullable Integer id;

  @Column(name = "account_id", updatable = false)
  private int accountId;

  @Column(name = "name")
  private String name = "";

  @Column(name = "token_sha256", updatable = false)
  private byte[] sha256 = new byte[0];

  @Column(name = "created_at", updatable = false)
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt = Instant.EPOCH;

  @Column(name = "session_generation", updatable = false)
  private @Nullable Integer sessionGeneration;

  @Column(name = "scope", updatable = false)
  private String scope = TokenScope.READ.name();

  @Column(name = "for_chosen_systems", updatable = false)
  private boolean forChosenSystems;

  /** For the persistence provider. */
  protected ApiToken() {}

  /** A new token of which only the hash is known here; it ends when the account signs out. */
  static ApiToken ofSignIn(
      AccountProfile account, String name, byte[] sha256, Instant createdAt, Instant expiresAt) {
    ApiToken token = new ApiToken();
    token.accountId = account.id().value();
    token.name = name;
    token.sha256 = sha256.clone();
    token.createdAt = createdAt;
    token.expiresAt = expiresAt;
    token.sessionGeneration = account.sessionGeneration();
    token.scope = TokenScope.ADMIN.name();
    return token;
  }

  /** A new token that somebody chose; it outlives sessions. */
  static ApiToken chosen(AccountProfile account, NewToken wanted, byte[] sha256, Instant now) {
    ApiToken token = new ApiToken();
    token.accountId = account.id().value();
    token.name = wanted.name();
    token.sha256 = sha256.clone();
    token.createdAt = now;
    token.expiresAt = now.plus(wanted.lifetime());
    token.scope = wanted.scope().name();
    token.forChosenSystems = wanted.systems().isPresent();
    return token;
  }

  /** Its id, once it is stored. */
  int id() {
    return Objects.requireNonNull(id);
  }
}
