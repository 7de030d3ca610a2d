package energy.liveone.secondfactor;

import energy.liveone.account.AccountId;
import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Second factors in the database. */
@ApplicationScoped
@Transactional
class JpaSecondFactors implements SecondFactors {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public Optional<Stored> find(AccountId account) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT encrypted_secret, confirmed_at IS NOT NULL, COALESCE(last_step, -1)"
                    + " FROM second_factors WHERE account_id = ?1")
            .setParameter(1, account.value())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Stored(
                    (String) row[0],
                    ((Number) row[1]).intValue() == 1,
                    ((Number) row[2]).longValue()))
        .findFirst();
  }

  @Override
  public void begin(AccountId account, String sealedSecret, Instant now) {
    em.createNativeQuery(
            "DELETE FROM second_factors WHERE account_id = ?1 AND confirmed_at IS NULL")
        .setParameter(1, account.value())
        .executeUpdate();
    em.createNativeQuery(
            "INSERT INTO second_factors (account_id, encrypted_secret, created_at)"
                + " VALUES (?1, ?2, ?3)")
        .setParameter(1, account.value())
        .setParameter(2, sealedSecret)
        .setParameter(3, UtcTime.of(now))
        .executeUpdate();
  }

  @Override
  public void confirm(AccountId account, Instant now) {
    em.createNativeQuery("UPDATE second_factors SET confirmed_at = ?2 WHERE account_id = ?1")
        .setParameter(1, account.value())
        .setParameter(2, UtcTime.of(now))
        .executeUpdate();
  }

  @Override
  public boolean useStep(AccountId account, long step) {
    return em.createNativeQuery(
                "UPDATE second_factors SET last_step = ?2"
                    + " WHERE account_id = ?1 AND COALESCE(last_step, -1) < ?2")
            .setParameter(1, account.value())
            .setParameter(2, step)
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean remove(AccountId account) {
    return em.createNativeQuery("DELETE FROM second_factors WHERE account_id = ?1")
            .setParameter(1, account.value())
            .executeUpdate()
        == 1;
  }

  @Override
  public void replaceRecoveryCodes(AccountId account, List<byte[]> sha256) {
    em.createNativeQuery("DELETE FROM recovery_codes WHERE account_id = ?1")
        .setParameter(1, account.value())
        .executeUpdate();
    for (byte[] hash : sha256) {
      em.createNativeQuery("INSERT INTO recovery_codes (account_id, code_sha256) VALUES (?1, ?2)")
          .setParameter(1, account.value())
          .setParameter(2, hash)
          .executeUpdate();
    }
  }

  @Override
  public boolean useRecoveryCode(AccountId account, byte[] sha256) {
    return em.createNativeQuery(
                "DELETE FROM recovery_codes WHERE account_id = ?1 AND code_sha256 = ?2")
            .setParameter(1, account.value())
            .setParameter(2, sha256)
            .executeUpdate()
        == 1;
  }

  @Override
  public int recoveryCodesLeft(AccountId account) {
    Object count =
        em.createNativeQuery("SELECT COUNT(*) FROM recovery_codes WHERE account_id = ?1")
            .setParameter(1, account.value())
            .getSingleResult();
    return ((Number) count).intValue();
  }
}
