package energy.liveone.history;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The contacts of one system with its vendor, newest first; for those who look after it. */
@ApplicationScoped
public class ContactLog {
  private final JpaContactRows rows;

  @Inject
  public ContactLog(JpaContactRows rows) {
    this.rows = rows;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ContactLog() {
    this(null);
  }

  /** How many there are since a time. */
  @RequireSystemAccess(Permission.WRITE)
  public int count(SystemId system, Instant since) {
    return rows.count(system, since);
  }

  /** Some of them: {@code size} after skipping {@code first}. */
  @RequireSystemAccess(Permission.WRITE)
  public List<Contact> page(SystemId system, Instant since, int first, int size) {
    return rows.page(system, since, first, size);
  }
}
