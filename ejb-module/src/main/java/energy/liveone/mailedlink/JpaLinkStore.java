package energy.liveone.mailedlink;

import energy.liveone.account.AccountId;
import energy.liveone.account.EmailAddress;
import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links in the database, as hashes. */
@ApplicationScoped
@Transactional
class JpaLinkStore implements LinkStore {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public void add(byte[] sha256, MailedLink link) {
    AccountId account = link.accountOrNull();
    em.createNativeQuery(
            "INSERT INTO mailed_links"
                + " (token_sha256, purpose, account_id, session_generation, email, expires_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .setParameter(1, sha256)
        .setParameter(2, link.purpose().name())
        .setParameter(3, account == null ? null : account.value())
        .setParameter(4, link.sessionGeneration())
        .setParameter(5, link.email().value())
        .setParameter(6, UtcTime.of(link.expiresAt()))
        .executeUpdate();
  }

  @Override
  public Optional<MailedLink> find(byte[] sha256) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT purpose, account_id, session_generation, email,"
                    + " TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', expires_at)"
                    + " FROM mailed_links WHERE token_sha256 = ?1")
            .setParameter(1, sha256)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new MailedLink(
                    LinkPurpose.valueOf((String) row[0]),
                    account((Number) row[1]),
                    ((Number) row[2]).intValue(),
                    new EmailAddress((String) row[3]),
                    Instant.ofEpochSecond(((Number) row[4]).longValue())))
        .findFirst();
  }

  private static @Nullable AccountId account(@Nullable Number id) {
    return id == null ? null : new AccountId(id.intValue());
  }

  @Override
  public boolean use(byte[] sha256) {
    return em.createNativeQuery("DELETE FROM mailed_links WHERE token_sha256 = ?1")
            .setParameter(1, sha256)
            .executeUpdate()
        == 1;
  }

  @Override
  public void forgetExpired(Instant now) {
    em.createNativeQuery("DELETE FROM mailed_links WHERE expires_at < ?1")
        .setParameter(1, UtcTime.of(now))
        .executeUpdate();
  }
}
