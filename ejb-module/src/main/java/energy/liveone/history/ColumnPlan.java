package energy.liveone.history;

import energy.liveone.point.NumberClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns of an aggregate table a query needs, and which of them fills which field. */
final class ColumnPlan {
  private final List<SeriesField> selected;
  private final Map<NumberClass, Integer> valueColumn = new EnumMap<>(NumberClass.class);
  private final List<SeriesField> extras;

  private ColumnPlan(List<SeriesField> selected, List<SeriesField> extras) {
    this.selected = selected;
    this.extras = extras;
    for (NumberClass numberClass : NumberClass.values()) {
      valueColumn.put(numberClass, selected.indexOf(valueField(numberClass)));
    }
  }

  static ColumnPlan of(Collection<Series> series, Set<SeriesField> fields) {
    List<SeriesField> extras =
        fields.stream().filter(field -> field != SeriesField.VALUE).sorted().toList();
    Set<SeriesField> selected = new LinkedHashSet<>();
    series.forEach(s -> selected.add(valueField(s.subject().numberClass())));
    selected.addAll(extras);
    return new ColumnPlan(new ArrayList<>(selected), extras);
  }

  /** The column that {@link SeriesField#VALUE} means for a class of number. */
  static SeriesField valueField(NumberClass numberClass) {
    return switch (numberClass) {
      case GAUGE -> SeriesField.AVG;
      case COUNTER -> SeriesField.DELTA;
      case INTERVAL -> SeriesField.SUM;
    };
  }

  /** The columns, for a select list. */
  String sqlColumns() {
    return String.join(", ", selected.stream().map(SeriesField::column).toList());
  }

  /**
   * Copies the current row into the time that was appended last.
   *
   * @param before number of columns before those of this plan
   */
  void copy(ResultSet row, int before, Series target) throws SQLException {
    int value = valueColumn.get(target.subject().numberClass());
    copy(row, before + 1 + value, SeriesField.VALUE, target);
    for (SeriesField field : extras) {
      copy(row, before + 1 + selected.indexOf(field), field, target);
    }
  }

  private static void copy(ResultSet row, int column, SeriesField field, Series target)
      throws SQLException {
    double value = row.getDouble(column);
    if (!row.wasNull()) {
      target.set(field, value);
    }
  }
}
