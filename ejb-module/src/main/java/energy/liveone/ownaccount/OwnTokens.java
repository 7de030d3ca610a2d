package energy.liveone.ownaccount;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.system.SystemId;
import energy.liveone.token.NewToken;
import energy.liveone.token.StoredToken;
import energy.liveone.token.TokenScope;
import energy.liveone.token.TokenService;
import energy.liveone.token.TokenService.IssuedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The API tokens of the caller's own account. */
@ApplicationScoped
public class OwnTokens {
  private final AccessService access;
  private final TokenService tokens;
  private final AuditLog audit;

  @Inject
  public OwnTokens(AccessService access, TokenService tokens, AuditLog audit) {
    this.access = access;
    this.tokens = tokens;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected OwnTokens() {
    this(null, null, null);
  }

  /** All of them, newest first; also those that expired lately. */
  @RequireWholeAccount
  public List<StoredToken> list() {
    return tokens.of(account().id());
  }

  /**
   * Makes a token. The callers have had the owner prove to be the owner.
   *
   * @return empty when there are too many
   * @throws energy.liveone.access.AccessRefused when the caller may not see a chosen system, or
   *     wants to administer without being an administrator
   */
  @RequireWholeAccount
  @Transactional
  public Optional<IssuedToken> create(NewToken wanted) {
    if (wanted.scope() == TokenScope.ADMIN) {
      access.requireAdmin();
    }
    wanted.systems().ifPresent(chosen -> access.requireSystemAccess(chosen, Permission.READ));
    Optional<IssuedToken> issued = tokens.create(account(), wanted);
    issued.ifPresent(
        token ->
            audit.record(
                AuditAct.TOKEN_CREATED,
                AuditSubject.of("token", token.id()),
                Map.of(),
                Map.of(
                    "name", wanted.name(),
                    "scope", wanted.scope().name(),
                    "systems", systemsOf(wanted),
                    "expiresAt", token.expiresAt().toString())));
    return issued;
  }

  private static String systemsOf(NewToken wanted) {
    return wanted
        .systems()
        .map(
            chosen ->
                chosen.stream().map(SystemId::toString).sorted().collect(Collectors.joining(", ")))
        .orElse("all");
  }

  /** Ends a token at once; whether the account had it. */
  @RequireWholeAccount
  @Transactional
  public boolean revoke(int tokenId) {
    boolean wasThere = tokens.revoke(account().id(), tokenId);
    if (wasThere) {
      audit.record(AuditAct.TOKEN_REVOKED, AuditSubject.of("token", tokenId));
    }
    return wasThere;
  }

  private AccountProfile account() {
    return access.requireAuth().account().orElseThrow();
  }
}
