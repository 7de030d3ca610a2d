package energy.liveone.notice;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireWholeAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The caller's notices. */
@ApplicationScoped
public class NoticeService {
  private static final int MOST = 100;

  private final AccessService access;
  private final JpaNotices notices;
  private final Clock clock;

  @Inject
  public NoticeService(AccessService access, JpaNotices notices, Clock clock) {
    this.access = access;
    this.notices = notices;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected NoticeService() {
    this(null, null, null);
  }

  /** The newest notices, unread ones first. */
  @RequireWholeAccount
  @Transactional
  public List<Notice> own() {
    return notices.of(account(), false, MOST);
  }

  /** The newest unread notices. */
  @RequireWholeAccount
  @Transactional
  public List<Notice> unread() {
    return notices.of(account(), true, MOST);
  }

  /** Marks a notice as read; false when the caller has no such notice. */
  @RequireWholeAccount
  @Transactional
  public boolean read(long notice) {
    return notices.read(account(), notice, clock.instant());
  }

  private int account() {
    return access.requireAuth().account().orElseThrow().id().value();
  }
}
