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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  private static final String SUM =
      "SELECT SUM(day_s), SUM(covered_s), SUM(estimated_s), "
          + CELL_COLUMNS.stream().map("SUM(%s)"::formatted).collect(Collectors.joining(", "))
          + ", MIN(soc_min), MAX(soc_max), SUM(soc_percent_s), SUM(soc_covered_s)";

  /** Where {@link #each} has the day, after all that {@link #SUM} adds up. */
  private static final int DAY_COLUMN = 3 + CELLS + 4 + 1;

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

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

  /** The days that are stored from {@code first} to {@code last}. */
  Set<LocalDate> days(int subject, LocalDate first, LocalDate last) {
    return new HashSet<>(
        Sql.list(
            connection(),
            "Finding days of flow",
            "SELECT day FROM flow_days WHERE subject_id = ? AND day BETWEEN ? AND ?",
            List.of(subject, first, last),
            row -> row.getObject(1, LocalDate.class)));
  }

  /** The stored days from {@code first} to {@code last} added up, by the database. */
  FlowSummary sum(int subject, LocalDate first, LocalDate last) {
    List<?> range = List.of(subject, first, last);
    Amounts amounts = new Amounts();
    Sql.list(
        connection(),
        "Adding up amounts of flow",
        "SELECT part, point_id, SUM(energy_wh), SUM(covered_s), MAX(peak_w) FROM flow_day_amounts"
            + " WHERE subject_id = ? AND day BETWEEN ? AND ? GROUP BY part, point_id",
        range,
        amounts::add);
    return Sql.list(
            connection(),
            "Adding up days of flow",
            SUM + " FROM flow_days WHERE subject_id = ? AND day BETWEEN ? AND ?",
            range,
            row -> summary(row, amounts))
        .get(0);
  }

  /** Each of the stored days from {@code first} to {@code last}. */
  Map<LocalDate, FlowSummary> each(int subject, LocalDate first, LocalDate last) {
    List<?> range = List.of(subject, first, last);
    Map<LocalDate, Amounts> amounts = new HashMap<>();
    Sql.list(
        connection(),
        "Reading amounts of flow",
        "SELECT part, point_id, energy_wh, covered_s, peak_w, day FROM flow_day_amounts"
            + " WHERE subject_id = ? AND day BETWEEN ? AND ?",
        range,
        row ->
            amounts
                .computeIfAbsent(row.getObject(6, LocalDate.class), day -> new Amounts())
                .add(row));
    Map<LocalDate, FlowSummary> days = new TreeMap<>();
    Sql.list(
        connection(),
        "Reading days of flow",
        SUM + ", day FROM flow_days WHERE subject_id = ? AND day BETWEEN ? AND ? GROUP BY day",
        range,
        row -> {
          LocalDate day = row.getObject(DAY_COLUMN, LocalDate.class);
          return days.put(day, summary(row, amounts.getOrDefault(day, new Amounts())));
        });
    return days;
  }

  /** Amounts of parts and pieces, row by row. */
  private static final class Amounts {
    final Map<Part, PartTotal> parts = new EnumMap<>(Part.class);
    final Map<Integer, PartTotal> pieces = new HashMap<>();

    @Nullable PartTotal add(ResultSet row) throws SQLException {
      PartTotal total = new PartTotal(row.getDouble(3), row.getInt(4), Sql.number(row, 5));
      String part = row.getString(1);
      return part.equals(PIECE)
          ? pieces.put(row.getInt(2), total)
          : parts.put(Part.valueOf(part.toUpperCase(Locale.ROOT)), total);
    }
  }

  private static FlowSummary summary(ResultSet row, Amounts amounts) throws SQLException {
    double[] cells = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      cells[i] = row.getDouble(4 + i);
    }
    int soc = 4 + CELLS;
    int socCovered = row.getInt(soc + 3);
    Charge charge =
        socCovered == 0
            ? Charge.NONE
            : new Charge(
                row.getDouble(soc), row.getDouble(soc + 1), row.getDouble(soc + 2), socCovered);
    return new FlowSummary(
        row.getInt(1),
        row.getInt(2),
        row.getInt(3),
        FlowMatrix.of(cells),
        amounts.parts,
        amounts.pieces,
        charge);
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
