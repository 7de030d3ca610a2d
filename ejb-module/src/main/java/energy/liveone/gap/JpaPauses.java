package energy.liveone.gap;

import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** When owners wanted no data. Joins the caller's transaction. */
@ApplicationScoped
public class JpaPauses implements Pauses {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public void begin(SystemId system, Instant now) {
    end(system, now);
    em.createNativeQuery(
            "INSERT INTO pauses (system_id, from_t) VALUES (?, ?)"
                + " ON DUPLICATE KEY UPDATE to_t = NULL")
        .setParameter(1, system.value())
        .setParameter(2, now.getEpochSecond())
        .executeUpdate();
  }

  @Override
  public void end(SystemId system, Instant now) {
    em.createNativeQuery("UPDATE pauses SET to_t = ? WHERE system_id = ? AND to_t IS NULL")
        .setParameter(1, now.getEpochSecond())
        .setParameter(2, system.value())
        .executeUpdate();
  }

  /** The pauses of a system that overlap a stretch. */
  List<Stretch> of(SystemId system, Stretch around) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT from_t, COALESCE(to_t, GREATEST(from_t, ?1) + 1) FROM pauses"
                    + " WHERE system_id = ?2 AND from_t < ?1 AND COALESCE(to_t, ?1) > ?3")
            .setParameter(1, around.to())
            .setParameter(2, system.value())
            .setParameter(3, around.from())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new long[] {((Number) row[0]).longValue(), ((Number) row[1]).longValue()})
        .filter(row -> row[0] < row[1])
        .map(row -> new Stretch(row[0], row[1]))
        .toList();
  }
}
