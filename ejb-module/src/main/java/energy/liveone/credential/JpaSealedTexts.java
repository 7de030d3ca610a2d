package energy.liveone.credential;

import energy.liveone.credential.Unsealing.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All sealed texts of the installation, whatever they are of. */
@ApplicationScoped
public class JpaSealedTexts {
  private static final int ROWS = 50;

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Inject private CredentialCipher cipher;

  /**
   * What a batch came to.
   *
   * @param lastId where the next one begins; null after the last
   * @param failed texts that do not open
   */
  record Batch(Optional<Object> lastId, int done, int failed) {}

  /** How many texts there are. */
  @Transactional
  public long count() {
    long count = 0;
    for (SealedColumn column : SealedColumn.values()) {
      count += number(em.createNativeQuery("SELECT COUNT(*) FROM " + column.table()));
    }
    return count;
  }

  /** How many texts are sealed with none of these keys. */
  @Transactional
  public long countUnderOthers(Collection<String> keys) {
    long count = 0;
    for (SealedColumn column : SealedColumn.values()) {
      StringBuilder sql =
          new StringBuilder("SELECT COUNT(*) FROM " + column.table() + " WHERE TRUE");
      keys.forEach(key -> sql.append(" AND ").append(column.text()).append(" NOT LIKE ?"));
      Query query = em.createNativeQuery(sql.toString());
      int place = 1;
      for (String key : keys) {
        query.setParameter(place++, CredentialCipher.prefix(key) + "%");
      }
      count += number(query);
    }
    return count;
  }

  private static long number(Query count) {
    return ((Number) count.getSingleResult()).longValue();
  }

  /**
   * Seals some texts anew that are not sealed with the present key, in a transaction of its own;
   * those that do not open stay as they are.
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Batch reseal(SealedColumn column, Optional<Object> afterId, String presentKey) {
    List<Object[]> rows = rows(column, afterId, " NOT LIKE ?", presentKey, " FOR UPDATE");
    int done = 0;
    for (Object[] row : rows) {
      String holder = column.holderOf(row[0]);
      if (cipher.open(holder, (String) row[1]) instanceof Opened opened) {
        String sealed = cipher.seal(holder, opened.credentials());
        em.createNativeQuery(
                "UPDATE %s SET %s = ? WHERE %s = ?"
                    .formatted(column.table(), column.text(), column.id()))
            .setParameter(1, sealed)
            .setParameter(2, row[0])
            .executeUpdate();
        done++;
      }
    }
    return new Batch(lastOf(rows), done, rows.size() - done);
  }

  /** Tries whether some texts open that are sealed with the present key. */
  @Transactional(TxType.REQUIRES_NEW)
  public Batch verify(SealedColumn column, Optional<Object> afterId, String presentKey) {
    List<Object[]> rows = rows(column, afterId, " LIKE ?", presentKey, "");
    int good = 0;
    for (Object[] row : rows) {
      good += cipher.open(column.holderOf(row[0]), (String) row[1]) instanceof Opened ? 1 : 0;
    }
    return new Batch(lastOf(rows), good, rows.size() - good);
  }

  private static Optional<Object> lastOf(List<Object[]> rows) {
    return rows.size() < ROWS ? Optional.empty() : Optional.of(rows.get(rows.size() - 1)[0]);
  }

  private List<Object[]> rows(
      SealedColumn column, Optional<Object> afterId, String like, String key, String lock) {
    String after = afterId.isPresent() ? " AND " + column.id() + " > ?" : "";
    Query query =
        em.createNativeQuery(
            "SELECT %1$s, %2$s FROM %3$s WHERE %2$s"
                    .formatted(column.id(), column.text(), column.table())
                + like
                + after
                + " ORDER BY "
                + column.id()
                + " LIMIT "
                + ROWS
                + lock);
    query.setParameter(1, CredentialCipher.prefix(key) + "%");
    afterId.ifPresent(id -> query.setParameter(2, id));
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }
}
