package energy.liveone.privacy;

import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was deleted for good, and the rows that no feature deletes by itself. */
@ApplicationScoped
@Transactional
class JpaErasures {
  private static final String CREATED =
      "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', created_at) DIV 1000";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /**
   * How many administrators there are besides this account; nobody adds or removes one meanwhile.
   */
  int adminsBeside(int account) {
    List<?> admins =
        query("SELECT id FROM accounts WHERE role = 'ADMIN' FOR UPDATE").getResultList();
    return (int) admins.stream().filter(id -> ((Number) id).intValue() != account).count();
  }

  /** The moment of making of an account or a system, if it is there. */
  Optional<Long> createdMillis(String type, int id) {
    String table = type.equals(Erasure.ACCOUNT) ? "accounts" : "systems";
    List<?> rows =
        query("SELECT " + CREATED + " FROM " + table + " WHERE id = ?", id).getResultList();
    return rows.stream().findFirst().map(millis -> ((Number) millis).longValue());
  }

  void remember(Erasure erasure) {
    query(
            "INSERT IGNORE INTO erasures"
                + " (subject_type, subject_id, created_ms, erased_at, pseudonym)"
                + " VALUES (?, ?, ?, ?, ?)",
            erasure.type(),
            erasure.id(),
            erasure.createdMillis(),
            UtcTime.of(Instant.ofEpochMilli(erasure.erasedMillis())),
            erasure.pseudonym())
        .executeUpdate();
  }

  List<Erasure> all() {
    List<?> rows =
        query(
                "SELECT subject_type, subject_id, created_ms,"
                    + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', erased_at) DIV 1000,"
                    + " pseudonym FROM erasures ORDER BY erased_at")
            .getResultList();
    List<Erasure> all = new ArrayList<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      all.add(
          new Erasure(
              (String) row[0],
              ((Number) row[1]).intValue(),
              ((Number) row[2]).longValue(),
              ((Number) row[3]).longValue(),
              (String) row[4]));
    }
    return all;
  }

  /** Points whose time series still wait for their deletion. */
  int waitingPoints() {
    Object count = query("SELECT COUNT(*) FROM purge_queue").getSingleResult();
    return ((Number) count).intValue();
  }

  /** Takes a system out of composites, which would otherwise keep its name. */
  void forgetMember(int system) {
    query("DELETE FROM composite_system_members WHERE system_id = ?", system).executeUpdate();
  }

  /** Deletes an account that owns no systems any more, with all that refers to it. */
  void deleteAccount(int account, String email) {
    query("DELETE FROM mailed_links WHERE email = ?", email).executeUpdate();
    query("DELETE FROM access_grants WHERE email = ?", email).executeUpdate();
    query("DELETE FROM accounts WHERE id = ?", account).executeUpdate();
  }

  private Query query(String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }
}
