package energy.liveone.sharing;

import energy.liveone.access.Subject;
import energy.liveone.access.SubjectType;
import energy.liveone.account.AccountId;
import energy.liveone.account.EmailAddress;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.system.SystemId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Grants in the database, by plain SQL: a link is found with each request that it lets in. */
@ApplicationScoped
@Transactional
class JpaShareStore implements ShareStore {
  private static final String SHARES =
      "SELECT g.id, g.kind, g.system_id, g.composite_id, COALESCE(a.email, g.email),"
          + " COALESCE(a.display_name, g.label), g.created_at, g.expires_at, g.last_used_at"
          + " FROM access_grants g LEFT JOIN accounts a ON a.id = g.account_id WHERE ";
  private static final String NAMED =
      " FROM access_grants g LEFT JOIN systems s ON s.id = g.system_id"
          + " LEFT JOIN composite_systems c ON c.id = g.composite_id"
          + " JOIN accounts o ON o.id = COALESCE(s.owner_account_id, c.owner_account_id)";
  private static final String SHARED =
      "SELECT g.id, g.kind, g.system_id, g.composite_id, COALESCE(s.display_name, c.name),"
          + " o.display_name, g.created_at"
          + NAMED
          + " WHERE g.account_id = ? ORDER BY 5, 1";

  /** What a disabled account handed out opens nothing: whoever holds it may be the reason. */
  private static final String OWNER_IS_LET_IN = " AND o.disabled_at IS NULL";

  private static final String INVITATION =
      "SELECT g.id, g.kind, g.system_id, g.composite_id, COALESCE(s.display_name, c.name),"
          + " COALESCE(m.display_name, o.display_name), g.email, o.id, m.id, g.expires_at"
          + NAMED
          + " LEFT JOIN accounts m ON m.id = g.created_by"
          + " WHERE g.token_sha256 = ? AND g.kind = 'INVITATION' AND g.expires_at > ?"
          + OWNER_IS_LET_IN;
  private static final String LINK =
      "SELECT g.id, g.kind, g.system_id, g.composite_id, g.label, g.last_used_at"
          + NAMED
          + " WHERE g.token_sha256 = ? AND g.kind = 'LINK' AND g.expires_at > ?"
          + OWNER_IS_LET_IN;
  private static final String ADD =
      "INSERT INTO access_grants (kind, system_id, composite_id, email, label, token_sha256,"
          + " created_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
  private static final String ADD_VIEWER =
      "INSERT INTO access_grants (kind, system_id, composite_id, account_id, created_by, created_at)"
          + " VALUES ('VIEWER', ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id";

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  /** Reads the current row. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public List<Share> of(Subject subject) {
    String sql = SHARES + "g." + column(subject) + " = ? ORDER BY g.created_at DESC, g.id DESC";
    return query(sql, JpaShareStore::share, subject.id());
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(
        row.getInt(1),
        ShareKind.valueOf(row.getString(2)),
        subject(row),
        row.getString(5),
        row.getString(6),
        time(row, 7),
        UtcTime.in(row, 8),
        UtcTime.in(row, 9));
  }

  @Override
  public List<Shared> with(AccountId viewer) {
    return query(
        SHARED,
        row ->
            new Shared(
                row.getInt(1), subject(row), row.getString(5), row.getString(6), time(row, 7)),
        viewer.value());
  }

  @Override
  public int add(NewShare share) {
    EmailAddress email = share.emailOrNull();
    return query(
            ADD,
            row -> row.getInt(1),
            share.kind().name(),
            systemOrNull(share.subject()),
            compositeOrNull(share.subject()),
            email == null ? null : email.value(),
            share.labelOrNull(),
            share.token().sha256(),
            share.maker().value(),
            UtcTime.of(share.createdAt()),
            UtcTime.of(share.expiresAt()))
        .get(0);
  }

  @Override
  public void withdraw(Subject subject, EmailAddress email) {
    update(
        "DELETE FROM access_grants WHERE kind = 'INVITATION' AND %s = ? AND email = ?"
            .formatted(column(subject)),
        subject.id(),
        email.value());
  }

  @Override
  public Optional<ShareKind> remove(Subject subject, int id) {
    return query(
            "DELETE FROM access_grants WHERE %s = ? AND id = ? RETURNING kind"
                .formatted(column(subject)),
            row -> ShareKind.valueOf(row.getString(1)),
            subject.id(),
            id)
        .stream()
        .findFirst();
  }

  @Override
  public boolean leave(AccountId viewer, int id) {
    return update("DELETE FROM access_grants WHERE account_id = ? AND id = ?", viewer.value(), id)
        == 1;
  }

  @Override
  public Optional<Invitation> invitation(byte[] sha256, Instant now) {
    return query(INVITATION, JpaShareStore::invitation, sha256, UtcTime.of(now)).stream()
        .findFirst();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    int maker = row.getInt(9);
    return new Invitation(
        row.getInt(1),
        subject(row),
        row.getString(5),
        row.getString(6),
        new EmailAddress(row.getString(7)),
        new AccountId(row.getInt(8)),
        maker == 0 ? null : new AccountId(maker),
        time(row, 10));
  }

  @Override
  public boolean takeUp(Invitation invitation, Optional<AccountId> viewer, Instant now) {
    int taken =
        update(
            "DELETE FROM access_grants WHERE id = ? AND kind = 'INVITATION' AND expires_at > ?",
            invitation.id(),
            UtcTime.of(now));
    if (taken == 1 && viewer.isPresent()) {
      update(
          ADD_VIEWER,
          systemOrNull(invitation.subject()),
          compositeOrNull(invitation.subject()),
          viewer.get().value(),
          invitation.maker().map(AccountId::value).orElse(null),
          UtcTime.of(now));
    }
    return taken == 1;
  }

  @Override
  public Optional<OpenLink> link(byte[] sha256, Instant now) {
    return query(
            LINK,
            row -> new OpenLink(row.getInt(1), subject(row), row.getString(5), UtcTime.in(row, 6)),
            sha256,
            UtcTime.of(now))
        .stream()
        .findFirst();
  }

  @Override
  public void forgetExpired(Instant before) {
    update("DELETE FROM access_grants WHERE expires_at < ?", UtcTime.of(before));
  }

  private static String column(Subject subject) {
    return subject.type() == SubjectType.SYSTEM ? "system_id" : "composite_id";
  }

  private static @Nullable Integer systemOrNull(Subject subject) {
    return subject.type() == SubjectType.SYSTEM ? subject.id() : null;
  }

  private static @Nullable Integer compositeOrNull(Subject subject) {
    return subject.type() == SubjectType.COMPOSITE ? subject.id() : null;
  }

  private static Subject subject(ResultSet row) throws SQLException {
    int system = row.getInt(3);
    return system == 0 ? Subject.ofComposite(row.getInt(4)) : Subject.of(new SystemId(system));
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(UtcTime.in(row, column));
  }

  private <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
    List<T> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(reader.read(row));
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading grants", e);
    }
    return found;
  }

  private int update(String sql, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault("Changing grants", e);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
