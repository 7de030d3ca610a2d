package energy.liveone.sharing;

import energy.liveone.access.AccessService;
import energy.liveone.access.Subject;
import energy.liveone.account.AccountId;
import energy.liveone.account.EmailAddress;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.token.TokenText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and ends shares together with their entries in the audit log; asks nobody's leave. */
@ApplicationScoped
class MakeShares {
  private static final int MOST = 50;

  private final AccessService access;
  private final ShareStore shares;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  MakeShares(AccessService access, ShareStore shares, AuditLog audit, Clock clock) {
    this.access = access;
    this.shares = shares;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected MakeShares() {
    this(null, null, null, null);
  }

  /** A new invitation in place of an earlier one to this address; empty when there are too many. */
  @Transactional
  Optional<IssuedShare> invite(Subject subject, EmailAddress email, Duration lifetime) {
    shares.withdraw(subject, email);
    Optional<IssuedShare> issued =
        add(ShareKind.INVITATION, subject, email, null, TokenText.INVITATION, lifetime);
    issued.ifPresent(
        share ->
            audit.record(
                AuditAct.SHARE_INVITED,
                on(subject),
                Map.of(),
                Map.of("share", share.id(), "email", email.value())));
    return issued;
  }

  /** A new link; empty when there are too many. */
  @Transactional
  Optional<IssuedShare> link(Subject subject, String label, Duration lifetime) {
    Optional<IssuedShare> issued =
        add(ShareKind.LINK, subject, null, label, TokenText.SHARE_LINK, lifetime);
    issued.ifPresent(
        share ->
            audit.record(
                AuditAct.SHARE_LINK_CREATED,
                on(subject),
                Map.of(),
                Map.of(
                    "share", share.id(),
                    "label", label,
                    "expiresAt", share.expiresAt().toString())));
    return issued;
  }

  private Optional<IssuedShare> add(
      ShareKind kind,
      Subject subject,
      @Nullable EmailAddress email,
      @Nullable String label,
      String prefix,
      Duration lifetime) {
    if (shares.of(subject).size() >= MOST) {
      return Optional.empty();
    }
    AccountId maker = access.requireAuth().account().orElseThrow().id();
    TokenText token = TokenText.generate(prefix);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(lifetime);
    int id = shares.add(new NewShare(kind, subject, email, label, token, maker, now, expiresAt));
    return Optional.of(new IssuedShare(id, token, expiresAt));
  }

  /** Ends a share; whether there was one. */
  @Transactional
  boolean revoke(Subject subject, int id) {
    Optional<ShareKind> ended = shares.remove(subject, id);
    ended.ifPresent(
        kind ->
            audit.record(
                kind == ShareKind.LINK ? AuditAct.SHARE_LINK_REVOKED : AuditAct.SHARE_REVOKED,
                on(subject),
                Map.of("share", id, "kind", kind.wireName()),
                Map.of()));
    return ended.isPresent();
  }

  static AuditSubject on(Subject subject) {
    return AuditSubject.of(subject.type().name().toLowerCase(Locale.ROOT), subject.id());
  }
}
