package energy.liveone.api.data;

import energy.liveone.csv.Csv;
import energy.liveone.history.History;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.HistoryService;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.MergedRows;
import energy.liveone.history.PointLatest;
import energy.liveone.history.Resolution;
import energy.liveone.history.SeriesField;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a system's values as a table, piece by piece: what is in memory stays the same however
 * long the time is. A point without a value leaves its field empty, a time without any has no row.
 */
final class ExportWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final HistoryService history;
  private final SystemId system;
  private final List<PointLatest> points;
  private final Resolution resolution;
  private final DateTimeFormatter time;
  private final StringBuilder line = new StringBuilder();

  /**
   * A table.
   *
   * @param points its columns; at least one
   */
  ExportWriter(
      HistoryService history,
      SystemId system,
      List<PointLatest> points,
      Resolution resolution,
      ZoneId zone) {
    this.history = history;
    this.system = system;
    this.points = points;
    this.resolution = resolution;
    this.time = TIME.withZone(zone);
  }

  void write(List<HistoryWindow> pieces, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Csv.write(writer, header());
    List<PointKey> keys = points.stream().map(PointLatest::key).toList();
    for (HistoryWindow piece : pieces) {
      write(
          history.read(new HistoryQuery(List.of(system), keys, piece, resolution, Set.of())),
          writer);
    }
    writer.flush();
  }

  private List<String> header() {
    List<String> names = new ArrayList<>();
    names.add("time");
    for (PointLatest point : points) {
      String unit = point.unit();
      names.add(point.key().value() + (unit.isEmpty() ? "" : " (" + unit + ")"));
    }
    return names;
  }

  private void write(History piece, Writer writer) throws IOException {
    int[] columns = columns(piece);
    MergedRows rows = piece.rows();
    while (rows.next()) {
      line.setLength(0);
      time.formatTo(Instant.ofEpochSecond(rows.time()), line);
      boolean isAny = false;
      for (int column : columns) {
        line.append(',');
        isAny |= column >= 0 && append(piece, column, rows.indexIn(column));
      }
      if (isAny) {
        writer.append(line.append("\r\n"));
      }
    }
  }

  /** Where each point's series is; -1 for a point that is gone meanwhile. */
  private int[] columns(History piece) {
    List<PointKey> told = piece.series().stream().map(one -> one.subject().key()).toList();
    return points.stream().mapToInt(point -> told.indexOf(point.key())).toArray();
  }

  private boolean append(History piece, int series, int index) {
    double value =
        index < 0 ? Double.NaN : piece.series().get(series).valueAt(SeriesField.VALUE, index);
    if (Double.isNaN(value)) {
      return false;
    }
    HistoryWriter.appendNumber(line, value);
    return true;
  }
}
