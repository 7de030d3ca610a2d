package energy.liveone.grant;

import energy.liveone.database.UtcTime;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** States of authorizations under way, as hashes. */
@ApplicationScoped
@Transactional
class JpaOAuthStates implements OAuthStates {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public void add(Begun begun, SecretText state) {
    em.createNativeQuery(
            "INSERT INTO oauth_states (state_sha256, vendor_type, account_id, browser_sha256,"
                + " expires_at) VALUES (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, state.sha256())
        .setParameter(2, begun.vendor().value())
        .setParameter(3, begun.accountId())
        .setParameter(4, begun.browserSha256())
        .setParameter(5, UtcTime.of(begun.expiresAt()))
        .executeUpdate();
  }

  @Override
  public Optional<Begun> find(SecretText state) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT vendor_type, account_id, browser_sha256,"
                    + " TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', expires_at)"
                    + " FROM oauth_states WHERE state_sha256 = ?1")
            .setParameter(1, state.sha256())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Begun(
                    new VendorType((String) row[0]),
                    ((Number) row[1]).intValue(),
                    (byte[]) row[2],
                    Instant.ofEpochSecond(((Number) row[3]).longValue())))
        .findFirst();
  }

  @Override
  public boolean use(SecretText state, Instant now) {
    return em.createNativeQuery(
                "UPDATE oauth_states SET used_at = ?2 WHERE state_sha256 = ?1 AND used_at IS NULL")
            .setParameter(1, state.sha256())
            .setParameter(2, UtcTime.of(now))
            .executeUpdate()
        == 1;
  }

  @Override
  public void forgetExpired(Instant now) {
    em.createNativeQuery("DELETE FROM oauth_states WHERE expires_at < ?1")
        .setParameter(1, UtcTime.of(now))
        .executeUpdate();
  }
}
