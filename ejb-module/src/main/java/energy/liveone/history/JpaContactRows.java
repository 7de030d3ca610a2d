package energy.liveone.history;

import energy.liveone.polling.SessionCause;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rows of {@code sessions}, without the vendors' responses, which may be large. */
@ApplicationScoped
public class JpaContactRows {
  private static final String OF_SYSTEM = " FROM sessions WHERE system_id = ? AND started >= ?";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  int count(SystemId system, Instant since) {
    Query query = query("SELECT COUNT(*)" + OF_SYSTEM, system, since);
    return ((Number) query.getSingleResult()).intValue();
  }

  List<Contact> page(SystemId system, Instant since, int first, int size) {
    Query query =
        query(
            "SELECT started, started_ms, duration_ms, cause, successful, error_code, error, num_rows"
                + OF_SYSTEM
                + " ORDER BY started DESC, id DESC LIMIT ? OFFSET ?",
            system,
            since);
    query.setParameter(3, size);
    query.setParameter(4, first);
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> contact((Object[]) row)).toList();
  }

  private Query query(String sql, SystemId system, Instant since) {
    Query query = em.createNativeQuery(sql);
    query.setParameter(1, system.value());
    query.setParameter(2, since.getEpochSecond());
    return query;
  }

  private static Contact contact(Object[] row) {
    return new Contact(
        Instant.ofEpochSecond(number(row[0]), number(row[1]) * 1_000_000),
        Duration.ofMillis(number(row[2])),
        SessionCause.valueOf((String) row[3]),
        row[4] instanceof Boolean yes ? yes : number(row[4]) != 0,
        (String) row[5],
        (String) row[6],
        (int) number(row[7]));
  }

  private static long number(Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
