package energy.liveone.api.data;

import energy.liveone.history.History;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.MergedRows;
import energy.liveone.history.Resolution;
import energy.liveone.history.Series;
import energy.liveone.history.SeriesField;
import energy.liveone.system.SystemId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a history as JSON, number by number. Keys consist of digits, lower-case letters, points
 * and underscores, so they need no escaping. Missing values are missing keys; a time without any
 * value is left out.
 */
final class HistoryWriter {
  private static final int BUFFER_CHARS = 16_384;

  /** One key of the output: a field of a series. */
  private record Column(int series, SeriesField field, String prefix) {}

  private final History history;
  private final List<Column> columns = new ArrayList<>();
  private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS + 1_024);

  HistoryWriter(History history) {
    this.history = history;
    boolean several = history.query().systems().size() > 1;
    for (int i = 0; i < history.series().size(); i++) {
      Series.Subject subject = history.series().get(i).subject();
      String key = (several ? subject.system() + "." : "") + subject.key();
      for (SeriesField field : SeriesField.values()) {
        if (history.query().fields().contains(field)) {
          String suffix = field == SeriesField.VALUE ? "" : "_" + field.wireName();
          columns.add(new Column(i, field, ",\"" + key + suffix + "\":"));
        }
      }
    }
  }

  void write(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.ISO_8859_1);
    buffer.append("{\"success\":true,\"data\":[");
    int count = writeRows(writer);
    buffer.append("],\"metadata\":");
    appendMetadata(count);
    buffer.append('}');
    writer.append(buffer);
    writer.flush();
  }

  private int writeRows(Writer writer) throws IOException {
    boolean daily = history.query().resolution() == Resolution.DAILY;
    MergedRows rows = history.rows();
    int count = 0;
    while (rows.next()) {
      int start = buffer.length();
      buffer.append(count == 0 ? "{\"timestamp\":" : ",{\"timestamp\":").append(rows.time());
      if (daily) {
        appendDay(rows);
      }
      if (appendValues(rows)) {
        buffer.append('}');
        count++;
      } else {
        buffer.setLength(start);
      }
      if (buffer.length() > BUFFER_CHARS) {
        writer.append(buffer);
        buffer.setLength(0);
      }
    }
    return count;
  }

  /** The local date; where several systems share the moment, they share it as well. */
  private void appendDay(MergedRows rows) {
    for (int i = 0; i < history.series().size(); i++) {
      if (rows.indexIn(i) >= 0) {
        ZoneId zone = history.series().get(i).subject().zone();
        buffer
            .append(",\"day\":\"")
            .append(Instant.ofEpochSecond(rows.time()).atZone(zone).toLocalDate())
            .append('"');
        return;
      }
    }
  }

  private boolean appendValues(MergedRows rows) {
    boolean any = false;
    for (Column column : columns) {
      int index = rows.indexIn(column.series());
      if (index >= 0) {
        double value = history.series().get(column.series()).valueAt(column.field(), index);
        if (!Double.isNaN(value)) {
          any = true;
          buffer.append(column.prefix());
          appendNumber(buffer, value);
        }
      }
    }
    return any;
  }

  /** Whole numbers without a fraction; others as short as they can be read back exactly. */
  static void appendNumber(StringBuilder target, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      target.append((long) value);
    } else {
      target.append(value);
    }
  }

  private void appendMetadata(int pointCount) {
    HistoryQuery query = history.query();
    buffer.append("{\"range\":");
    query
        .window()
        .name()
        .ifPresentOrElse(
            name -> buffer.append('"').append(name.wireName()).append('"'),
            () -> buffer.append("null"));
    buffer
        .append(",\"aggregation\":\"")
        .append(query.resolution().wireName())
        .append("\",\"pointCount\":")
        .append(pointCount)
        .append(",\"bucketS\":")
        .append(history.bucketSeconds())
        .append(",\"from\":")
        .append(query.window().from().getEpochSecond())
        .append(",\"to\":")
        .append(query.window().to().getEpochSecond())
        .append(",\"systemIds\":[")
        .append(String.join(",", query.systems().stream().map(SystemId::toString).toList()))
        .append("]}");
  }
}
