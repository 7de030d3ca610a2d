package energy.liveone.rollup;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.Combined;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.reading.CollectedSystem;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.JpaFiveMinuteTable;
import energy.liveone.reading.PointCatalog;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Daily rows in the database. The ledger row of a day is locked while the day is computed, so no
 * write in between is lost.
 */
@Dependent
public class JpaDailyRollup implements DailyRollup {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  private final PointCatalog catalog;
  private final JpaFiveMinuteTable fiveMinutes;
  private final JpaDailyTable daily;
  private final Event<DayComputed> computed;
  private final Clock clock;

  @Inject
  JpaDailyRollup(
      PointCatalog catalog,
      JpaFiveMinuteTable fiveMinutes,
      JpaDailyTable daily,
      Event<DayComputed> computed,
      Clock clock) {
    this.catalog = catalog;
    this.fiveMinutes = fiveMinutes;
    this.daily = daily;
    this.computed = computed;
    this.clock = clock;
  }

  @Override
  @Transactional
  public List<SystemId> systemsOwingDays() {
    return owed(null).stream().map(Owed::system).distinct().map(SystemId::new).toList();
  }

  @Override
  @Transactional
  public List<LocalDate> daysOwed(SystemId system) {
    return owed(system).stream().map(Owed::day).toList();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int compute(SystemId system, LocalDate date) {
    Optional<CollectedSystem> found = catalog.of(system);
    if (found.isEmpty() || !lock(system, date)) {
      return 0;
    }
    LocalDay day = LocalDay.of(date, found.get().zone());
    List<Integer> points =
        found.get().points().values().stream().map(CollectedPoint::id).sorted().toList();
    Map<Integer, List<Aggregate>> rows = fiveMinutes.range(points, day.start(), day.end());
    List<JpaDailyTable.DailyRow> days = new ArrayList<>();
    rows.forEach(
        (point, own) ->
            Combined.of(own, day.end(), day.seconds())
                .ifPresent(row -> days.add(new JpaDailyTable.DailyRow(point, day, row))));
    daily.replace(points, day, days);
    markClean(system, date);
    computed.fire(new DayComputed(system, day));
    return days.size();
  }

  @Override
  @Transactional
  public void markAllStale() {
    update("UPDATE day_ledger SET dirty = TRUE", statement -> {});
  }

  private record Owed(int system, LocalDate day) {}

  private List<Owed> owed(@Nullable SystemId only) {
    long now = clock.instant().getEpochSecond();
    // A day of any zone is over at the latest when the UTC date is a day further; later dates
    // cannot be finished.
    String sql =
        "SELECT l.system_id, l.day, s.display_timezone FROM day_ledger l"
            + " JOIN systems s ON s.id = l.system_id WHERE l.dirty = TRUE AND l.day <= ?"
            + (only == null ? "" : " AND l.system_id = ?")
            + " ORDER BY l.system_id, l.day";
    List<Owed> owed = new ArrayList<>();
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      query.setObject(1, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      if (only != null) {
        query.setInt(2, only.value());
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          LocalDate date = result.getObject(2, LocalDate.class);
          if (LocalDay.of(date, ZoneId.of(result.getString(3))).end() <= now) {
            owed.add(new Owed(result.getInt(1), date));
          }
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the days owed", e);
    }
    return owed;
  }

  private boolean lock(SystemId system, LocalDate day) {
    try (PreparedStatement query =
        em.unwrap(Connection.class)
            .prepareStatement(
                "SELECT 1 FROM day_ledger WHERE system_id = ? AND day = ? FOR UPDATE")) {
      query.setInt(1, system.value());
      query.setObject(2, day);
      try (ResultSet result = query.executeQuery()) {
        return result.next();
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Locking a day", e);
    }
  }

  private void markClean(SystemId system, LocalDate day) {
    update(
        "UPDATE day_ledger SET dirty = FALSE, computed_at = ? WHERE system_id = ? AND day = ?",
        statement -> {
          statement.setObject(1, UtcTime.of(clock.instant()));
          statement.setInt(2, system.value());
          statement.setObject(3, day);
        });
  }

  @FunctionalInterface
  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private void update(String sql, Binder binder) {
    try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
      binder.bind(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault("Updating the day ledger", e);
    }
  }
}
