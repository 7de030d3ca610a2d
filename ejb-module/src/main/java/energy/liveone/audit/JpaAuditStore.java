package energy.liveone.audit;

import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_log}. */
@ApplicationScoped
@Transactional
class JpaAuditStore implements AuditStore {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public void add(NewEntry entry) {
    AuditActor actor = entry.actor();
    query(
            "INSERT INTO audit_log (at, actor_kind, actor_account_id, actor_email, actor_name,"
                + " address, act, subject_type, subject_id, occurrences, facts_before, facts_after)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            UtcTime.of(entry.at()),
            actor.kind().wireName(),
            actor.accountOrNull(),
            actor.emailOrNull(),
            actor.nameOrNull(),
            entry.addressOrNull(),
            entry.act().wireName(),
            entry.subject().type(),
            entry.subject().idOrNull(),
            entry.occurrences(),
            entry.beforeOrNull(),
            entry.afterOrNull())
        .executeUpdate();
  }

  @Override
  public List<AuditEntry> find(AuditQuery wanted) {
    Conditions where = new Conditions();
    String actor = wanted.actorOrNull();
    if (actor != null) {
      String like = "%" + actor.replaceAll("([\\\\%_])", "\\\\$1") + "%";
      where.add("(actor_email LIKE ? OR actor_name LIKE ?)", like, like);
    }
    AuditAct act = wanted.actOrNull();
    where.addUnlessNull("act = ?", act == null ? null : act.wireName());
    where.addUnlessNull("subject_type = ?", wanted.subjectTypeOrNull());
    where.addUnlessNull("subject_id = ?", wanted.subjectIdOrNull());
    Integer account = wanted.concernsAccountOrNull();
    if (account != null) {
      where.add(
          "(actor_account_id = ? OR (subject_type = 'account' AND subject_id = ?))",
          account,
          account.toString());
    }
    where.addUnlessNull("at >= ?", column(wanted.fromOrNull()));
    where.addUnlessNull("at <= ?", column(wanted.toOrNull()));
    where.addUnlessNull("id < ?", wanted.beforeIdOrNull());
    String sql =
        "SELECT id, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', at) DIV 1000,"
            + " actor_kind, actor_account_id, actor_email, actor_name, address, act,"
            + " subject_type, subject_id, occurrences, facts_before, facts_after FROM audit_log"
            + where.sql()
            + " ORDER BY id DESC LIMIT "
            + wanted.limit();
    List<?> rows = query(sql, where.parameters.toArray()).getResultList();
    return rows.stream().map(Object[].class::cast).map(JpaAuditStore::entry).toList();
  }

  private static AuditEntry entry(Object[] row) {
    return new AuditEntry(
        ((Number) row[0]).longValue(),
        time(row[1]),
        (String) row[2],
        row[3] == null ? null : ((Number) row[3]).intValue(),
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7],
        (String) row[8],
        (String) row[9],
        ((Number) row[10]).intValue(),
        (String) row[11],
        (String) row[12]);
  }

  private static @Nullable Object column(@Nullable Instant time) {
    return time == null ? null : UtcTime.of(time);
  }

  private static Instant time(Object milliseconds) {
    return Instant.ofEpochMilli(((Number) milliseconds).longValue());
  }

  @Override
  public int forget(Instant before, int limit) {
    return query("DELETE FROM audit_log WHERE at < ?1 LIMIT " + limit, UtcTime.of(before))
        .executeUpdate();
  }

  @Override
  public void renameSubject(AuditSubject subject, String newId) {
    query(
            "UPDATE audit_log SET subject_id = ?1, facts_before = NULL, facts_after = NULL"
                + " WHERE subject_type = ?2 AND subject_id = ?3",
            newId,
            subject.type(),
            subject.idOrNull())
        .executeUpdate();
  }

  @Override
  public void forgetFactsWith(String text) {
    query(
            "UPDATE audit_log SET facts_before = NULL, facts_after = NULL"
                + " WHERE LOCATE(?1, facts_before) > 0 OR LOCATE(?1, facts_after) > 0",
            text)
        .executeUpdate();
  }

  @Override
  public void renameActor(int account, String newName) {
    query(
            "UPDATE audit_log SET actor_account_id = NULL, actor_email = NULL, address = NULL,"
                + " actor_name = ?1 WHERE actor_account_id = ?2",
            newName,
            account)
        .executeUpdate();
  }

  private Query query(String sql, @Nullable Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }

  /** A WHERE clause of fixed texts with parameters. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    void addUnlessNull(String text, @Nullable Object parameter) {
      if (parameter != null) {
        add(text, parameter);
      }
    }

    void add(String text, Object... values) {
      texts.add(text);
      parameters.addAll(List.of(values));
    }

    String sql() {
      return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    }
  }
}
