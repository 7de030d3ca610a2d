package energy.liveone.clerk;

import energy.liveone.database.UtcTime;
import energy.liveone.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The books in the database. */
@ApplicationScoped
@Transactional
class JpaClerkBooks implements ClerkBooks {
  private static final long NEVER = -1;

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public boolean isNew(String messageId, Instant now) {
    return em.createNativeQuery(
                "INSERT IGNORE INTO webhook_messages (message_id, received_at) VALUES (?1, ?2)")
            .setParameter(1, messageId)
            .setParameter(2, UtcTime.of(now))
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean advance(Identity user, long updatedAtMs) {
    Object[] known = locked(user);
    if (isTrue(known[1]) || ((Number) known[0]).longValue() > updatedAtMs) {
      return false;
    }
    em.createNativeQuery(
            "UPDATE clerk_users SET updated_at_ms = ?1 WHERE issuer = ?2 AND user_id = ?3")
        .setParameter(1, updatedAtMs)
        .setParameter(2, user.issuer())
        .setParameter(3, user.subject())
        .executeUpdate();
    return true;
  }

  @Override
  public boolean delete(Identity user) {
    if (isTrue(locked(user)[1])) {
      return false;
    }
    em.createNativeQuery(
            "UPDATE clerk_users SET is_deleted = TRUE WHERE issuer = ?1 AND user_id = ?2")
        .setParameter(1, user.issuer())
        .setParameter(2, user.subject())
        .executeUpdate();
    return true;
  }

  /** What is known of a user; others wait until this transaction is over. */
  private Object[] locked(Identity user) {
    em.createNativeQuery(
            "INSERT IGNORE INTO clerk_users (issuer, user_id, updated_at_ms) VALUES (?1, ?2, ?3)")
        .setParameter(1, user.issuer())
        .setParameter(2, user.subject())
        .setParameter(3, NEVER)
        .executeUpdate();
    return (Object[])
        em.createNativeQuery(
                "SELECT updated_at_ms, is_deleted FROM clerk_users"
                    + " WHERE issuer = ?1 AND user_id = ?2 FOR UPDATE")
            .setParameter(1, user.issuer())
            .setParameter(2, user.subject())
            .getSingleResult();
  }

  private static boolean isTrue(Object column) {
    return column instanceof Boolean flag ? flag : ((Number) column).intValue() != 0;
  }

  @Override
  public void forgetMessages(Instant before) {
    em.createNativeQuery("DELETE FROM webhook_messages WHERE received_at < ?1")
        .setParameter(1, UtcTime.of(before))
        .executeUpdate();
  }
}
