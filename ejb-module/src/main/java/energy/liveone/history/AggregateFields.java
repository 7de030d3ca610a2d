package energy.liveone.history;

import energy.liveone.aggregate.Aggregate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies whole aggregate rows into series. */
final class AggregateFields {
  private AggregateFields() {}

  /** Appends a row under this time. */
  static void append(Series target, long time, Aggregate row, Set<SeriesField> fields) {
    target.append(time);
    for (SeriesField field : fields) {
      SeriesField meant =
          field == SeriesField.VALUE
              ? ColumnPlan.valueField(target.subject().numberClass())
              : field;
      Double value = valueOf(row, meant);
      if (value != null) {
        target.set(field, value);
      }
    }
  }

  private static @Nullable Double valueOf(Aggregate row, SeriesField field) {
    return switch (field) {
      case VALUE -> throw new IllegalArgumentException("Depends on the class of number");
      case MIN -> row.min();
      case MAX -> row.max();
      case AVG -> row.avg();
      case SUM -> row.sum();
      case COUNT -> Double.valueOf(row.count());
      case FIRST -> row.first();
      case LAST -> row.last();
      case DELTA -> row.delta();
      case COVERED_SECONDS -> Double.valueOf(row.coveredSeconds());
      case FLAGS -> Double.valueOf(row.flags());
      case QUALITY, DURATION_SECONDS -> throw new IllegalArgumentException("Of 5-minute rows only");
    };
  }
}
