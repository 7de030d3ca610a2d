package energy.liveone.rollup;

import energy.liveone.system.SystemId;
import java.time.LocalDate;
import java.util.List;

/** Daily rows from 5-minute rows, one local day of one system at a time. */
public interface DailyRollup {
  /**
   * The systems that have at least one finished local day whose daily rows are missing or stale, by
   * id.
   */
  List<SystemId> systemsOwingDays();

  /** The finished local days of a system whose daily rows are missing or stale, oldest first. */
  List<LocalDate> daysOwed(SystemId system);

  /**
   * Computes the rows of one local day and marks the day clean, in one transaction of its own.
   * Running it again gives the same rows. A day of a system that no longer exists does nothing.
   *
   * @return rows written, one per point with data on that day
   */
  int compute(SystemId system, LocalDate day);

  /**
   * Marks every day that has 5-minute rows as stale, so that {@link #daysOwed} lists it again.
   * Deletes nothing.
   */
  void markAllStale();
}
