package energy.liveone.history;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.database.DatabaseFault;
import energy.liveone.history.Series.Subject;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Time series by plain SQL. Queries run along the primary keys {@code (point_id, time)}, so rows
 * come sorted and nothing is sorted here or there; large results are streamed from the server.
 */
@ApplicationScoped
public class JdbcSeriesSource implements SeriesSource {
  private static final int FETCH_SIZE = 5_000;

  private static final String AGGREGATE_COLUMNS =
      "min, max, avg, sum, count, first, last, delta, covered_s, flags";

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Override
  public List<Subject> subjects(List<SystemId> systems, List<PointKey> keys) {
    String sql =
        "SELECT p.point_id, p.system_id, p.point_key, p.number_class, p.source, p.label, p.unit,"
            + " s.display_timezone FROM point_info p JOIN systems s ON s.id = p.system_id"
            + " WHERE p.system_id IN (%s) AND p.point_key IN (%s)"
                .formatted(marks(systems.size()), marks(keys.size()));
    List<Object> parameters = new ArrayList<>();
    systems.forEach(system -> parameters.add(system.value()));
    keys.forEach(key -> parameters.add(key.value()));
    List<Subject> found = new ArrayList<>();
    query(sql, parameters, row -> found.add(subject(row)));
    found.sort(
        Comparator.comparingInt((Subject s) -> systems.indexOf(s.system()))
            .thenComparingInt(s -> keys.indexOf(s.key())));
    return found;
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        row.getInt(1),
        new SystemId(row.getInt(2)),
        new PointKey(row.getString(3)),
        NumberClass.ofWireName(row.getString(4)),
        PointSource.ofWireName(row.getString(5)),
        row.getString(6),
        row.getString(7),
        ZoneId.of(row.getString(8)));
  }

  @Override
  public void readRaw(Map<Integer, Series> series, long from, long to) {
    String sql =
        "SELECT point_id, t, value FROM point_readings"
            + " WHERE point_id IN (%s) AND t > ? AND t <= ? ORDER BY point_id, t"
                .formatted(marks(series.size()));
    query(
        sql,
        parameters(series.keySet(), from, to),
        row -> {
          Series target = series.get(row.getInt(1));
          target.append(row.getLong(2));
          target.set(SeriesField.VALUE, row.getDouble(3));
        });
  }

  @Override
  public void readFiveMinutes(
      Map<Integer, Series> series, Set<SeriesField> fields, long from, long to) {
    ColumnPlan plan = ColumnPlan.of(series.values(), fields);
    String sql =
        "SELECT point_id, interval_end, %s FROM point_readings_agg_5m".formatted(plan.sqlColumns())
            + " WHERE point_id IN (%s) AND interval_end > ? AND interval_end <= ?"
                .formatted(marks(series.size()))
            + " ORDER BY point_id, interval_end";
    query(
        sql,
        parameters(series.keySet(), from, to),
        row -> {
          Series target = series.get(row.getInt(1));
          target.append(row.getLong(2));
          plan.copy(row, 2, target);
        });
  }

  @Override
  public void fiveMinuteRows(Collection<Integer> pointIds, long from, long to, RowSink sink) {
    String sql =
        "SELECT point_id, interval_end, "
            + AGGREGATE_COLUMNS
            + " FROM point_readings_agg_5m WHERE point_id IN (%s)".formatted(marks(pointIds.size()))
            + " AND interval_end > ? AND interval_end <= ? ORDER BY point_id, interval_end";
    query(
        sql,
        parameters(pointIds, from, to),
        row -> sink.accept(row.getInt(1), aggregate(row, row.getLong(2))));
  }

  @Override
  public void dailyRows(
      Collection<Integer> pointIds, LocalDate first, LocalDate last, RowSink sink) {
    String sql =
        "SELECT point_id, day_start + day_s, "
            + AGGREGATE_COLUMNS
            + " FROM point_readings_agg_daily WHERE point_id IN (%s)"
                .formatted(marks(pointIds.size()))
            + " AND day BETWEEN ? AND ? ORDER BY point_id, day";
    query(
        sql,
        parameters(pointIds, first, last),
        row -> sink.accept(row.getInt(1), aggregate(row, row.getLong(2))));
  }

  @Override
  public Set<LocalDate> staleDays(SystemId system, LocalDate first, LocalDate last) {
    Set<LocalDate> days = new HashSet<>();
    query(
        "SELECT day FROM day_ledger WHERE system_id = ? AND day BETWEEN ? AND ? AND dirty",
        List.of(system.value(), first, last),
        row -> days.add(row.getObject(1, LocalDate.class)));
    return days;
  }

  @Override
  public Optional<LocalDate> firstDay(SystemId system) {
    List<LocalDate> days = new ArrayList<>();
    query(
        "SELECT day FROM day_ledger WHERE system_id = ? ORDER BY day LIMIT 1",
        List.of(system.value()),
        row -> days.add(row.getObject(1, LocalDate.class)));
    return days.stream().findFirst();
  }

  private static Aggregate aggregate(ResultSet row, long end) throws SQLException {
    return new Aggregate(
        end,
        number(row, 3),
        number(row, 4),
        number(row, 5),
        number(row, 6),
        row.getInt(7),
        number(row, 8),
        number(row, 9),
        number(row, 10),
        row.getInt(11),
        row.getInt(12));
  }

  /** By the primitive: asking the driver for a boxed number costs several times as much. */
  private static @Nullable Double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : (Double) value;
  }

  private static List<Object> parameters(Collection<Integer> pointIds, Object from, Object to) {
    List<Object> parameters = new ArrayList<>(pointIds);
    parameters.add(from);
    parameters.add(to);
    return parameters;
  }

  private static String marks(int count) {
    return String.join(",", Collections.nCopies(count, "?"));
  }

  private void query(String sql, List<?> parameters, RowReader reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_SIZE);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading time series", e);
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
