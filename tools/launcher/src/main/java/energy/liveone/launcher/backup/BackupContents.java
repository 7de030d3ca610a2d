package energy.liveone.launcher.backup;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a complete backup holds.
 *
 * @param rows number of rows by table
 */
public record BackupContents(BackupHeader header, SortedMap<String, Long> rows) {
  public BackupContents {
    rows = new TreeMap<>(rows);
  }

  /** Of all tables. */
  public long totalRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
