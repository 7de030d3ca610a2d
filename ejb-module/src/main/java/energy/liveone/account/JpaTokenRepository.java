package energy.liveone.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** API tokens in the database. */
@ApplicationScoped
public class JpaTokenRepository implements TokenRepository {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public void add(ApiToken token) {
    em.persist(token);
    em.flush();
  }

  @Override
  public Optional<ApiToken> findByHash(byte[] sha256) {
    return em.createQuery("SELECT t FROM ApiToken t WHERE t.sha256 = :hash", ApiToken.class)
        .setParameter("hash", sha256)
        .getResultStream()
        .findFirst();
  }

  @Override
  @Transactional
  public void noteUse(ApiToken token, Instant now) {
    ApiToken stored = em.find(ApiToken.class, token.id());
    if (stored != null) {
      stored.noteUse(now);
    }
  }
}
