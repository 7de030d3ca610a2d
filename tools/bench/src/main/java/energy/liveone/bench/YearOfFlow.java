package energy.liveone.bench;

import energy.liveone.aggregate.LocalDay;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The energy flow of the last 365 whole days. Its yardstick adds up a few columns of the stored
 * days, while the answer has all of them, the amounts of each part and the state of the members: so
 * it is held to milliseconds, not to the yardstick.
 */
final class YearOfFlow {
  private static final int DAYS = 365;
  private static final double LIMIT_MILLIS = 50;

  private final LocalDay today;
  private final LocalDate first;

  YearOfFlow(long now) {
    today = LocalDay.containing(now, HistoryLoader.ZONE);
    first = today.date().minusDays(DAYS);
  }

  Question question() {
    long from = LocalDay.of(first, HistoryLoader.ZONE).start();
    return new Question(
        "flow.1Y",
        system -> "/api/data/flow?systemId=%d&from=%d&to=%d".formatted(system, from, today.start()),
        Digest::ofFlow,
        (database, system, none, nothing) -> bare(database, system),
        millis -> LIMIT_MILLIS);
  }

  private Digest bare(BareDatabase database, int system) throws SQLException {
    Digest digest = new Digest();
    PreparedStatement query =
        database.statement(
            "SELECT SUM(d.solar_to_load_wh), SUM(d.solar_to_battery_wh), SUM(d.solar_to_grid_wh)"
                + " FROM flow_days d JOIN flow_subjects s ON s.id = d.subject_id"
                + " WHERE s.system_id = ? AND d.day BETWEEN ? AND ?");
    query.setInt(1, system);
    query.setObject(2, first);
    query.setObject(3, today.date().minusDays(1));
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      for (int column = 1; column <= 3; column++) {
        digest.addRounded(rows.getDouble(column) / 1_000);
      }
    }
    return digest;
  }
}
