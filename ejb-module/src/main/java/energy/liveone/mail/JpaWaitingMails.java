package energy.liveone.mail;

import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Waiting mails in the database. */
@ApplicationScoped
@Transactional
class JpaWaitingMails implements WaitingMails {
  private static final String SELECT =
      "SELECT mail_id, encrypted_message, attempts,"
          + " TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', expires_at) FROM outgoing_mails";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public void add(String id, String sealed, Instant now, Instant expiresAt) {
    em.createNativeQuery(
            "INSERT INTO outgoing_mails (mail_id, encrypted_message, next_attempt_at, expires_at)"
                + " VALUES (?1, ?2, ?3, ?4)")
        .setParameter(1, id)
        .setParameter(2, sealed)
        .setParameter(3, UtcTime.of(now))
        .setParameter(4, UtcTime.of(expiresAt))
        .executeUpdate();
  }

  @Override
  public List<Waiting> claim(Instant now, Duration lease, int limit) {
    List<?> rows =
        em.createNativeQuery(
                SELECT
                    + " WHERE next_attempt_at <= ?1"
                    + " ORDER BY next_attempt_at LIMIT "
                    + limit
                    + " FOR UPDATE SKIP LOCKED")
            .setParameter(1, UtcTime.of(now))
            .getResultList();
    List<Waiting> claimed = waiting(rows);
    for (Waiting mail : claimed) {
      em.createNativeQuery(
              "UPDATE outgoing_mails SET attempts = attempts + 1, next_attempt_at = ?2"
                  + " WHERE mail_id = ?1")
          .setParameter(1, mail.id())
          .setParameter(2, UtcTime.of(now.plus(lease)))
          .executeUpdate();
    }
    return claimed;
  }

  @Override
  public List<Waiting> all() {
    return waiting(em.createNativeQuery(SELECT).getResultList());
  }

  private static List<Waiting> waiting(List<?> rows) {
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Waiting(
                    (String) row[0],
                    (String) row[1],
                    ((Number) row[2]).intValue(),
                    Instant.ofEpochSecond(((Number) row[3]).longValue())))
        .toList();
  }

  @Override
  public void remove(String id) {
    em.createNativeQuery("DELETE FROM outgoing_mails WHERE mail_id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  @Override
  public void retry(String id, Instant at) {
    em.createNativeQuery("UPDATE outgoing_mails SET next_attempt_at = ?2 WHERE mail_id = ?1")
        .setParameter(1, id)
        .setParameter(2, UtcTime.of(at))
        .executeUpdate();
  }
}
