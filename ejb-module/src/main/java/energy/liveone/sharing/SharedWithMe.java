package energy.liveone.sharing;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.account.AccountId;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** What others share with the caller's own account. */
@ApplicationScoped
public class SharedWithMe {
  private final AccessService access;
  private final ShareStore shares;
  private final AuditLog audit;

  @Inject
  SharedWithMe(AccessService access, ShareStore shares, AuditLog audit) {
    this.access = access;
    this.shares = shares;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SharedWithMe() {
    this(null, null, null);
  }

  /** All of it, by name. */
  @RequireWholeAccount
  public List<Shared> list() {
    return shares.with(viewer());
  }

  /** Gives a grant back; whether the account had it. */
  @RequireWholeAccount
  @Transactional
  public boolean leave(int grant) {
    AccountId viewer = viewer();
    boolean had = shares.leave(viewer, grant);
    if (had) {
      audit.record(
          AuditAct.SHARE_REVOKED,
          AuditSubject.account(viewer.value()),
          Map.of("share", grant),
          Map.of());
    }
    return had;
  }

  private AccountId viewer() {
    return access.requireAuth().account().orElseThrow().id();
  }
}
