package energy.liveone.bench;

import java.util.List;

/** Bytes a row of the large tables, for the arithmetic of docs/scaling.md. */
final class TableSizes {
  private TableSizes() {}

  private record Size(String table, long rows, long bytes) {}

  static void report(Sql sql, String bench, Report report, long polls) {
    for (String table : List.of("point_readings", "point_readings_agg_5m", "sessions")) {
      Size size = size(sql, table);
      if (size.rows() > 0) {
        report.figure(
            Figure.of(bench, "bytes_per_row." + table, (double) size.bytes() / size.rows(), "B"));
      }
    }
    report.say("Polls stored: " + polls);
  }

  /** What the files take, indexes included, of all partitions that have rows. */
  private static Size size(Sql sql, String table) {
    sql.list("ANALYZE TABLE " + table, row -> row.getString(1));
    long rows = sql.number("SELECT COUNT(*) FROM " + table);
    long bytes =
        sql.number(
            "SELECT SUM(data_length + index_length) FROM information_schema.partitions"
                + " WHERE table_schema = DATABASE() AND table_name = ?"
                + " AND (partition_name IS NULL OR table_rows > 0)",
            table);
    return new Size(table, rows, bytes);
  }
}
