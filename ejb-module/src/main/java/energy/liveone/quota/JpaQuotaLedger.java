package energy.liveone.quota;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.quota.QuotaLedger.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The transactions of the ledger. Tried again by {@link QuotaDesk} where that helps. */
@ApplicationScoped
public class JpaQuotaLedger {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Decides on requests that have limits, in their order. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<QuotaDecision> reserve(List<QuotaRequest> requests, Instant now) {
    try {
      return reserve(em.unwrap(Connection.class), requests, now);
    } catch (SQLException e) {
      throw new DatabaseFault("Setting calls aside", e);
    }
  }

  /** Settles grants that have limits. */
  @Transactional(TxType.REQUIRES_NEW)
  public void settle(List<Settlement> settlements, Instant now) {
    try {
      settle(em.unwrap(Connection.class), settlements, now);
    } catch (SQLException e) {
      throw new DatabaseFault("Settling calls", e);
    }
  }

  /** Forgets accounts and sites that nobody has used for longer than any window. */
  @Transactional
  public void forgetUnused(Instant usedBefore) {
    em.createNativeQuery("DELETE FROM quota_scopes WHERE used_at < ?")
        .setParameter(1, UtcTime.of(usedBefore))
        .executeUpdate();
  }

  static List<QuotaDecision> reserve(
      Connection connection, List<QuotaRequest> requests, Instant now) throws SQLException {
    JpaQuotaTables tables = new JpaQuotaTables(connection);
    QuotaBooks books = tables.open(requests, now);
    List<QuotaDecision> decisions =
        requests.stream().map(request -> books.decide(request, now)).toList();
    tables.write(books, keys(requests), now);
    return decisions;
  }

  static void settle(Connection connection, List<Settlement> settlements, Instant now)
      throws SQLException {
    List<QuotaRequest> requests =
        settlements.stream().map(settlement -> settlement.granted().request()).toList();
    JpaQuotaTables tables = new JpaQuotaTables(connection);
    QuotaBooks books = tables.open(requests, now);
    settlements.forEach(settlement -> books.settle(settlement, now));
    tables.write(books, keys(requests), now);
  }

  private static SortedSet<ScopeKey> keys(List<QuotaRequest> requests) {
    SortedSet<ScopeKey> keys = new TreeSet<>();
    requests.forEach(request -> request.limits().forEach(limit -> keys.add(limit.key())));
    return keys;
  }
}
