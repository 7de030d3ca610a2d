package energy.liveone.web.admin;

import energy.liveone.access.AccessService;
import energy.liveone.housekeeping.DatabaseState;
import energy.liveone.housekeeping.JpaDatabaseState;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Presents {@code /admin/database}: rows, bytes, partitions, and what is still owed. */
@Named("adminDatabase")
@RequestScoped
public class AdminDatabaseView {
  private static final String UNTIL = "p_until_";
  private static final double STEP = 1_000;
  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

  @Inject private AccessService access;
  @Inject private JpaDatabaseState database;
  @Inject private Words words;
  private @Nullable DatabaseState state;

  /** A table or partition, in words. */
  public record Row(String name, String rows, String bytes) {}

  /** A figure with its words. */
  public record Figure(String label, String value, String words) {}

  /** Lets administrators in, and asks. */
  public void load() {
    access.requireAdmin();
    state = database.now();
  }

  /** What is owed, and how much there is. */
  public List<Figure> getFigures() {
    DatabaseState now = state;
    if (now == null) {
      return List.of();
    }
    return List.of(
        figure("bytes", bytes(now.bytes())),
        figure("repair", count(now.stretchesToRepair())),
        figure("days", count(now.daysOwed())),
        figure("flow", count(now.flowDaysOwed())),
        figure("purge", count(now.pointsToPurge())));
  }

  private Figure figure(String key, String value) {
    return new Figure(
        words.text("admin.database." + key), value, words.text("admin.database." + key + ".words"));
  }

  /** The server. */
  public String getVersion() {
    return state == null ? "" : state.version();
  }

  /** Time of the newest reading, ISO-8601; empty without any. */
  public String getNewest() {
    return state == null || state.newestOrNull() == null ? "" : state.newestOrNull().toString();
  }

  /** All tables, largest first. */
  public List<Row> getTables() {
    return state == null
        ? List.of()
        : state.tables().stream()
            .map(one -> new Row(one.name(), count(one.rows()), bytes(one.bytes())))
            .toList();
  }

  /** Partitions of the raw readings. */
  public List<Row> getPartitions() {
    return state == null
        ? List.of()
        : state.partitions().stream()
            .map(one -> new Row(until(one.name()), count(one.rows()), bytes(one.bytes())))
            .toList();
  }

  /** Partitions are named for the epoch second at which they end. */
  private String until(String partition) {
    if (!partition.startsWith(UNTIL)) {
      return partition;
    }
    Instant end = Instant.ofEpochSecond(Long.parseLong(partition.substring(UNTIL.length())));
    return words.text(
        "admin.database.until",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(words.getLocale())
            .format(end.atZone(ZoneOffset.UTC)));
  }

  private String count(long number) {
    return NumberFormat.getIntegerInstance(words.getLocale()).format(number);
  }

  private String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= STEP && unit < UNITS.size() - 1) {
      size /= STEP;
      unit++;
    }
    NumberFormat format = NumberFormat.getInstance(words.getLocale());
    format.setMaximumFractionDigits(size < 10 && unit > 0 ? 1 : 0);
    return format.format(size) + "\u00a0" + UNITS.get(unit);
  }
}
