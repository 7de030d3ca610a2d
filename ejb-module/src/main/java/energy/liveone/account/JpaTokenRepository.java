package energy.liveone.account;

import energy.liveone.database.DatabaseFault;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** API tokens in the database. Finding one goes past the entities, because it must be fast. */
@ApplicationScoped
public class JpaTokenRepository implements TokenRepository {
  private static final String FIND =
      "SELECT t.id, t.expires_at, t.last_used_at, a.id, a.email, a.display_name, a.role,"
          + " a.session_generation, a.email_verified_at IS NOT NULL, a.created_at,"
          + " t.session_generation FROM api_tokens t JOIN accounts a ON a.id = t.account_id"
          + " WHERE t.token_sha256 = ? AND a.disabled_at IS NULL";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Override
  public void add(ApiToken token) {
    em.persist(token);
    em.flush();
  }

  @Override
  public Optional<TokenHolder> findByHash(byte[] sha256) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setBytes(1, sha256);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(holder(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Finding a token", e);
    }
  }

  private static TokenHolder holder(ResultSet row) throws SQLException {
    Timestamp lastUsed = row.getTimestamp(3);
    AccountProfile account =
        new AccountProfile(
            new AccountId(row.getInt(4)),
            new EmailAddress(row.getString(5)),
            row.getString(6),
            AccountRole.valueOf(row.getString(7)),
            row.getInt(8),
            row.getBoolean(9),
            false,
            row.getTimestamp(10).toInstant());
    return new TokenHolder(
        row.getInt(1),
        row.getTimestamp(2).toInstant(),
        lastUsed == null ? null : lastUsed.toInstant(),
        row.getObject(11, Integer.class),
        account);
  }

  @Override
  @Transactional
  public void noteUse(int tokenId, Instant now) {
    em.createNativeQuery("UPDATE api_tokens SET last_used_at = ? WHERE id = ?")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, tokenId)
        .executeUpdate();
  }

  @Override
  @Transactional
  public void carryOver(byte[] sha256, int sessionGeneration) {
    em.createNativeQuery(
            "UPDATE api_tokens SET session_generation = ? WHERE token_sha256 = ?"
                + " AND session_generation IS NOT NULL")
        .setParameter(1, sessionGeneration)
        .setParameter(2, sha256)
        .executeUpdate();
  }
}
