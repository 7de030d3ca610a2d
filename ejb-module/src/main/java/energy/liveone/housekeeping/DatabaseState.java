package energy.liveone.housekeeping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large the database is, and how far it lags behind.
 *
 * @param version of the server
 * @param tables largest first
 * @param partitions of the raw readings, oldest first
 * @param stretchesToRepair stretches whose 5-minute rows are to be computed anew
 * @param daysOwed days of systems that are to be summed up, and of energy flow
 * @param pointsToPurge points of deleted systems whose series still stand
 * @param newestOrNull time of the newest reading of all systems; null without any
 */
public record DatabaseState(
    String version,
    List<Table> tables,
    List<Partition> partitions,
    long stretchesToRepair,
    long daysOwed,
    long flowDaysOwed,
    long pointsToPurge,
    @Nullable Instant newestOrNull) {
  public DatabaseState {
    tables = List.copyOf(tables);
    partitions = List.copyOf(partitions);
  }

  /** A table; rows are InnoDB's estimate, bytes those of data and indexes. */
  public record Table(String name, long rows, long bytes) {}

  /** A partition; rows are InnoDB's estimate. */
  public record Partition(String name, long rows, long bytes) {}

  /** Bytes of all tables. */
  public long bytes() {
    return tables.stream().mapToLong(Table::bytes).sum();
  }
}
