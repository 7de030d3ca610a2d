package energy.liveone.token;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.EmailAddress;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.system.SystemId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** API tokens in the database. Finding one goes past the entities, because it must be fast. */
@ApplicationScoped
public class JpaTokenRepository implements TokenRepository {
  private static final String FIND =
      "SELECT t.id, t.expires_at, t.last_used_at, a.id, a.email, a.display_name, a.role,"
          + " a.session_generation, a.email_verified_at IS NOT NULL, a.created_at,"
          + " t.session_generation, t.scope, t.for_chosen_systems,"
          + " IF(t.for_chosen_systems, (SELECT GROUP_CONCAT(s.system_id) FROM api_token_systems s"
          + " WHERE s.token_id = t.id), NULL), t.name"
          + " FROM api_tokens t JOIN accounts a ON a.id = t.account_id"
          + " WHERE t.token_sha256 = ? AND a.disabled_at IS NULL";

  private static final String OF_ACCOUNT =
      "SELECT t.id, t.name, t.scope, t.session_generation IS NOT NULL, t.for_chosen_systems,"
          + " (SELECT GROUP_CONCAT(s.system_id) FROM api_token_systems s WHERE s.token_id = t.id),"
          + " t.created_at, t.expires_at, t.last_used_at, t.last_used_from"
          + " FROM api_tokens t JOIN accounts a ON a.id = t.account_id WHERE t.account_id = ?"
          + " AND (t.session_generation IS NULL OR t.session_generation = a.session_generation)"
          + " ORDER BY t.created_at DESC, t.id DESC";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Override
  public int add(ApiToken token, Set<SystemId> systems) {
    em.persist(token);
    em.flush();
    for (SystemId system : systems) {
      em.createNativeQuery("INSERT INTO api_token_systems (token_id, system_id) VALUES (?1, ?2)")
          .setParameter(1, token.id())
          .setParameter(2, system.value())
          .executeUpdate();
    }
    return token.id();
  }

  @Override
  public List<StoredToken> of(AccountId account) {
    List<StoredToken> tokens = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(OF_ACCOUNT)) {
      query.setInt(1, account.value());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          tokens.add(stored(row));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Listing tokens", e);
    }
    return tokens;
  }

  private static StoredToken stored(ResultSet row) throws SQLException {
    return new StoredToken(
        row.getInt(1),
        row.getString(2),
        TokenScope.valueOf(row.getString(3)),
        row.getBoolean(4),
        row.getBoolean(5) ? systems(row.getString(6)) : null,
        time(row, 7),
        time(row, 8),
        UtcTime.in(row, 9),
        row.getString(10));
  }

  @Override
  @Transactional
  public boolean remove(AccountId account, int tokenId) {
    return em.createNativeQuery("DELETE FROM api_tokens WHERE id = ?1 AND account_id = ?2")
            .setParameter(1, tokenId)
            .setParameter(2, account.value())
            .executeUpdate()
        == 1;
  }

  @Override
  @Transactional
  public void forgetExpired(Instant before) {
    em.createNativeQuery("DELETE FROM api_tokens WHERE expires_at < ?1")
        .setParameter(1, UtcTime.of(before))
        .executeUpdate();
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
    AccountProfile account =
        new AccountProfile(
            new AccountId(row.getInt(4)),
            new EmailAddress(row.getString(5)),
            row.getString(6),
            AccountRole.valueOf(row.getString(7)),
            row.getInt(8),
            row.getBoolean(9),
            false,
            time(row, 10));
    return new TokenHolder(
        row.getInt(1),
        time(row, 2),
        UtcTime.in(row, 3),
        row.getObject(11, Integer.class),
        new TokenBearer(
            row.getString(15),
            account,
            TokenScope.valueOf(row.getString(12)),
            row.getBoolean(13) ? systems(row.getString(14)) : null));
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(UtcTime.in(row, column));
  }

  /** A token whose last system was deleted works for none. */
  private static Set<SystemId> systems(@Nullable String ids) {
    return ids == null
        ? Set.of()
        : Arrays.stream(ids.split(",", -1))
            .map(id -> new SystemId(Integer.parseInt(id)))
            .collect(Collectors.toUnmodifiableSet());
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
