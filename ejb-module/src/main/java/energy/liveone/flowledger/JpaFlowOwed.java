package energy.liveone.flowledger;

import energy.liveone.composite.CompositeId;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.Sql;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose flow is stored, and which days of it are owed. Joins the caller's transaction. */
@ApplicationScoped
@Transactional
public class JpaFlowOwed {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A claimed day; the row is locked and goes with {@link #settle}. */
  record Owed(int subject, int system, int composite, LocalDate day) {}

  /** The subject of a system, made if it has none. */
  int subjectOf(SystemId system) {
    return subject("system_id", system.value());
  }

  /** The subject of a composite, made if it has none. */
  int subjectOf(CompositeId composite) {
    return subject("composite_id", composite.value());
  }

  private int subject(String column, int id) {
    String find = "SELECT id FROM flow_subjects WHERE " + column + " = ?";
    List<Integer> known =
        Sql.list(connection(), "Finding a subject", find, List.of(id), row -> row.getInt(1));
    if (known.isEmpty()) {
      Sql.update(
          connection(),
          "Making a subject",
          "INSERT IGNORE INTO flow_subjects (" + column + ") VALUES (?)",
          List.of(id));
      // FOR UPDATE reads what another transaction may have committed since this one began.
      known =
          Sql.list(
              connection(),
              "Finding a subject",
              find + " FOR UPDATE",
              List.of(id),
              row -> row.getInt(1));
    }
    return known.get(0);
  }

  /** Notes that a day is to be computed. */
  void mark(int subject, LocalDate day) {
    Sql.update(
        connection(),
        "Owing a day of flow",
        "INSERT IGNORE INTO flow_owed (subject_id, day) VALUES (?, ?)",
        List.of(subject, day));
  }

  /** Notes that all days with data of a composite's members are to be computed. */
  void markAll(int subject, CompositeId composite) {
    Sql.update(
        connection(),
        "Owing the days of a composite",
        "INSERT IGNORE INTO flow_owed (subject_id, day) SELECT DISTINCT ?, l.day FROM day_ledger l"
            + " JOIN composite_system_members m ON m.system_id = l.system_id"
            + " WHERE m.composite_id = ? AND NOT l.dirty",
        List.of(subject, composite.value()));
  }

  /**
   * Claims a day that nobody else has claimed.
   *
   * @param skipping how many to leave, because they failed just now
   */
  Optional<Owed> claim(int skipping) {
    return Sql.list(
            connection(),
            "Claiming a day of flow",
            "SELECT o.subject_id, COALESCE(s.system_id, 0), COALESCE(s.composite_id, 0), o.day"
                + " FROM flow_owed o JOIN flow_subjects s ON s.id = o.subject_id"
                + " LIMIT 1 OFFSET ? FOR UPDATE SKIP LOCKED",
            List.of(skipping),
            row ->
                new Owed(
                    row.getInt(1), row.getInt(2), row.getInt(3), row.getObject(4, LocalDate.class)))
        .stream()
        .findFirst();
  }

  /** Takes a day off the list. */
  void settle(int subject, LocalDate day) {
    Sql.update(
        connection(),
        "Settling a day of flow",
        "DELETE FROM flow_owed WHERE subject_id = ? AND day = ?",
        List.of(subject, day));
  }

  /** The days owed in a range. */
  Set<LocalDate> owed(int subject, LocalDate first, LocalDate last) {
    return new HashSet<>(
        Sql.list(
            connection(),
            "Reading days owed",
            "SELECT day FROM flow_owed WHERE subject_id = ? AND day BETWEEN ? AND ?",
            List.of(subject, first, last),
            row -> row.getObject(1, LocalDate.class)));
  }

  /** The days in a range on which any of the systems has data; true where some await their rows. */
  Map<LocalDate, Boolean> dataDays(List<Integer> systems, LocalDate first, LocalDate last) {
    Map<LocalDate, Boolean> days = new HashMap<>();
    if (systems.isEmpty()) {
      return days;
    }
    List<Object> parameters = new ArrayList<>(systems);
    parameters.add(first);
    parameters.add(last);
    Sql.list(
        connection(),
        "Reading days with data",
        "SELECT day, MAX(dirty) FROM day_ledger WHERE system_id IN "
            + MultiRowStatement.inList(systems.size())
            + " AND day BETWEEN ? AND ? GROUP BY day",
        parameters,
        row -> days.put(row.getObject(1, LocalDate.class), row.getBoolean(2)));
    return days;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
