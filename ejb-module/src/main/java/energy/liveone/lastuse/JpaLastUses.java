package energy.liveone.lastuse;

import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Last uses in the database. */
@ApplicationScoped
class JpaLastUses {
  private static final int MAX_ADDRESS = 45;

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Stores a use unless there is a later one; what is gone meanwhile stays gone. */
  @Transactional
  void store(UsedThing thing, Instant now, @Nullable String address) {
    switch (thing.kind()) {
      case TOKEN ->
          em.createNativeQuery(
                  "UPDATE api_tokens SET last_used_at = ?1, last_used_from = ?2"
                      + " WHERE id = ?3 AND (last_used_at IS NULL OR last_used_at < ?1)")
              .setParameter(1, UtcTime.of(now))
              .setParameter(2, address == null || address.length() > MAX_ADDRESS ? null : address)
              .setParameter(3, thing.id())
              .executeUpdate();
      case SHARE ->
          em.createNativeQuery(
                  "UPDATE access_grants SET last_used_at = ?1"
                      + " WHERE id = ?2 AND (last_used_at IS NULL OR last_used_at < ?1)")
              .setParameter(1, UtcTime.of(now))
              .setParameter(2, thing.id())
              .executeUpdate();
    }
  }
}
