package energy.liveone.identity;

import energy.liveone.account.AccountId;
import energy.liveone.account.EmailAddress;
import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Identities in the database. */
@ApplicationScoped
@Transactional
class JpaIdentities implements Identities {
  private static final String SELECT =
      "SELECT identity_id, account_id, issuer, subject, email,"
          + " TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', created_at),"
          + " TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', last_used_at)"
          + " FROM account_identities";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public Optional<LinkedIdentity> find(Identity identity) {
    return list(
            em.createNativeQuery(SELECT + " WHERE issuer = ?1 AND subject = ?2")
                .setParameter(1, identity.issuer())
                .setParameter(2, identity.subject()))
        .stream()
        .findFirst();
  }

  @Override
  public List<LinkedIdentity> of(AccountId account) {
    return list(
        em.createNativeQuery(SELECT + " WHERE account_id = ?1 ORDER BY identity_id")
            .setParameter(1, account.value()));
  }

  private static List<LinkedIdentity> list(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).map(JpaIdentities::linked).toList();
  }

  private static LinkedIdentity linked(Object[] row) {
    return new LinkedIdentity(
        ((Number) row[0]).intValue(),
        new AccountId(((Number) row[1]).intValue()),
        new Identity((String) row[2], (String) row[3]),
        (String) row[4],
        Instant.ofEpochSecond(((Number) row[5]).longValue()),
        instant((Number) row[6]));
  }

  private static @Nullable Instant instant(@Nullable Number epochSecond) {
    return epochSecond == null ? null : Instant.ofEpochSecond(epochSecond.longValue());
  }

  @Override
  public void add(AccountId account, ProvenPerson person, Instant now) {
    em.createNativeQuery(
            "INSERT INTO account_identities (account_id, issuer, subject, email, created_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, account.value())
        .setParameter(2, person.identity().issuer())
        .setParameter(3, person.identity().subject())
        .setParameter(4, person.verifiedEmail().map(EmailAddress::value).orElse(null))
        .setParameter(5, UtcTime.of(now))
        .executeUpdate();
  }

  @Override
  public boolean remove(int link) {
    return em.createNativeQuery("DELETE FROM account_identities WHERE identity_id = ?1")
            .setParameter(1, link)
            .executeUpdate()
        == 1;
  }

  @Override
  public void noteUse(int link, Instant now) {
    em.createNativeQuery("UPDATE account_identities SET last_used_at = ?1 WHERE identity_id = ?2")
        .setParameter(1, UtcTime.of(now))
        .setParameter(2, link)
        .executeUpdate();
  }
}
