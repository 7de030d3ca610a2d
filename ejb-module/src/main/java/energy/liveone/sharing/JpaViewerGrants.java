package energy.liveone.sharing;

import energy.liveone.access.Subject;
import energy.liveone.access.ViewerGrants;
import energy.liveone.account.AccountId;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.lastuse.LastUses;
import energy.liveone.lastuse.UsedThing;
import energy.liveone.system.SystemId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * What is shared with accounts, by plain SQL, because it is asked with each request of a viewer. An
 * account has few grants, so all of them are read.
 */
@ApplicationScoped
public class JpaViewerGrants implements ViewerGrants {
  private static final String OF_ACCOUNT =
      "SELECT id, system_id, composite_id, last_used_at FROM access_grants"
          + " WHERE account_id = ? AND kind = 'VIEWER'";

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Inject private LastUses uses;

  @Override
  public Set<Subject> among(AccountId viewer, Collection<Subject> subjects) {
    return read(viewer, subjects::contains, true);
  }

  @Override
  public Set<Subject> of(AccountId viewer) {
    return read(viewer, subject -> true, false);
  }

  private Set<Subject> read(AccountId viewer, Predicate<Subject> wanted, boolean isUse) {
    Set<Subject> subjects = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(OF_ACCOUNT)) {
      query.setInt(1, viewer.value());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Subject subject = subject(row);
          if (wanted.test(subject)) {
            subjects.add(subject);
            if (isUse) {
              uses.note(
                  new UsedThing(UsedThing.Kind.SHARE, row.getInt(1)), UtcTime.in(row, 4), null);
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Finding what is shared with an account", e);
    }
    return subjects;
  }

  private static Subject subject(ResultSet row) throws SQLException {
    int system = row.getInt(2);
    return system == 0 ? Subject.ofComposite(row.getInt(3)) : Subject.of(new SystemId(system));
  }
}
