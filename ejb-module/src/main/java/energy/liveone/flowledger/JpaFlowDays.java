package energy.liveone.flowledger;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.database.Sql;
import energy.liveone.flow.Charge;
import energy.liveone.flow.FlowMatrix;
import energy.liveone.flow.FlowSummary;
import energy.liveone.flow.Part;
import energy.liveone.flow.PartTotal;
import energy.liveone.flow.Sink;
import energy.liveone.flow.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stored days of energy flow. Joins the caller's transaction. */
@ApplicationScoped
@Transactional
public class JpaFlowDays {
  private static final String PIECE = "piece";
  private static final int CELLS = Source.values().length * Sink.values().length;
  private static final List<String> CELL_COLUMNS = cellColumns();
  private static final String COLUMNS =
      "day_s, covered_s, estimated_s, "
          + String.join(", ", CELL_COLUMNS)
          + ", soc_min, soc_max, soc_percent_s, soc_covered_s";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A part or piece of a day. */
  private record Amount(LocalDate day, String part, int point, PartTotal total) {}

  /** Replaces a day. */
  void store(int subject, LocalDay day, FlowSummary flow) {
    delete(subject, day.date());
    List<@Nullable Object> values = new ArrayList<>();
    values.add(subject);
    values.add(day.date());
    values.addAll(List.of(day.seconds(), flow.coveredSeconds(), flow.estimatedSeconds()));
    for (Source source : Source.values()) {
      for (Sink sink : Sink.values()) {
        values.add(flow.matrix().at(source, sink));
      }
    }
    Charge charge = flow.charge();
    values.add(charge.coveredSeconds() == 0 ? null : (Double) charge.min());
    values.add(charge.coveredSeconds() == 0 ? null : (Double) charge.max());
    values.add(charge.percentSeconds());
    values.add(charge.coveredSeconds());
    Sql.update(
        connection(),
        "Storing a day of flow",
        "INSERT INTO flow_days (subject_id, day, "
            + COLUMNS
            + ") VALUES (?"
            + ", ?".repeat(values.size() - 1)
            + ")",
        values);
    flow.parts().forEach((part, total) -> store(subject, day, part.wireName(), 0, total));
    flow.pieces().forEach((point, total) -> store(subject, day, PIECE, point, total));
  }

  private void store(int subject, LocalDay day, String part, int point, PartTotal total) {
    Sql.update(
        connection(),
        "Storing an amount of flow",
        "INSERT INTO flow_day_amounts (subject_id, day, part, point_id, energy_wh, covered_s, peak_w)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        Arrays.asList(
            subject,
            day.date(),
            part,
            point,
            total.wattHours(),
            total.coveredSeconds(),
            total.peakWattsOrNull()));
  }

  private void delete(int subject, LocalDate day) {
    Sql.update(
        connection(),
        "Removing a day of flow",
        "DELETE FROM flow_days WHERE subject_id = ? AND day = ?",
        List.of(subject, day));
  }

  /** Forgets all days. */
  void forget(int subject) {
    Sql.update(
        connection(),
        "Forgetting days of flow",
        "DELETE FROM flow_days WHERE subject_id = ?",
        List.of(subject));
  }

  /** The stored days from {@code first} to {@code last}. */
  SortedMap<LocalDate, FlowSummary> read(int subject, LocalDate first, LocalDate last) {
    List<?> range = List.of(subject, first, last);
    Map<LocalDate, Map<Part, PartTotal>> parts = new HashMap<>();
    Map<LocalDate, Map<Integer, PartTotal>> pieces = new HashMap<>();
    for (Amount amount :
        Sql.list(
            connection(),
            "Reading amounts of flow",
            "SELECT day, part, point_id, energy_wh, covered_s, peak_w FROM flow_day_amounts"
                + " WHERE subject_id = ? AND day BETWEEN ? AND ?",
            range,
            JpaFlowDays::amount)) {
      if (amount.part().equals(PIECE)) {
        pieces
            .computeIfAbsent(amount.day(), day -> new HashMap<>())
            .put(amount.point(), amount.total());
      } else {
        parts
            .computeIfAbsent(amount.day(), day -> new EnumMap<>(Part.class))
            .put(Part.valueOf(amount.part().toUpperCase(Locale.ROOT)), amount.total());
      }
    }
    SortedMap<LocalDate, FlowSummary> days = new TreeMap<>();
    Sql.list(
        connection(),
        "Reading days of flow",
        "SELECT day, "
            + COLUMNS
            + " FROM flow_days WHERE subject_id = ? AND day BETWEEN ? AND ? ORDER BY day",
        range,
        row -> {
          LocalDate day = row.getObject(1, LocalDate.class);
          return days.put(
              day,
              summary(row, parts.getOrDefault(day, Map.of()), pieces.getOrDefault(day, Map.of())));
        });
    return days;
  }

  private static FlowSummary summary(
      ResultSet row, Map<Part, PartTotal> parts, Map<Integer, PartTotal> pieces)
      throws SQLException {
    double[] cells = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      cells[i] = row.getDouble(5 + i);
    }
    int soc = 5 + CELLS;
    int socCovered = row.getInt(soc + 3);
    Charge charge =
        socCovered == 0
            ? Charge.NONE
            : new Charge(
                row.getDouble(soc), row.getDouble(soc + 1), row.getDouble(soc + 2), socCovered);
    return new FlowSummary(
        row.getInt(2), row.getInt(3), row.getInt(4), FlowMatrix.of(cells), parts, pieces, charge);
  }

  private static Amount amount(ResultSet row) throws SQLException {
    return new Amount(
        row.getObject(1, LocalDate.class),
        row.getString(2),
        row.getInt(3),
        new PartTotal(row.getDouble(4), row.getInt(5), Sql.number(row, 6)));
  }

  private static List<String> cellColumns() {
    List<String> columns = new ArrayList<>();
    for (Source source : Source.values()) {
      for (Sink sink : Sink.values()) {
        columns.add(source.wireName() + "_to_" + sink.wireName() + "_wh");
      }
    }
    return columns;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
