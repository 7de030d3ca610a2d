package energy.liveone.bench;

import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.CredentialKey;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.point.PointDefinition;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.selectronic.BenchPoints;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Creates Selectronic systems by the thousand with the same rows that the set-up writes for one:
 * system, points, sealed credentials, empty latest values, place in the schedule.
 */
final class FleetLoader {
  private static final MultiRowStatement SYSTEM =
      new MultiRowStatement(
          "INSERT INTO systems (owner_account_id, vendor_type, vendor_site_id, display_name,"
              + " is_default, display_timezone, timezone_offset_min, created_at, updated_at)",
          9,
          "");
  private static final MultiRowStatement POINT =
      new MultiRowStatement(
          "INSERT INTO point_info (system_id, point_key, metric_type, number_class, subsystem, type,"
              + " label, unit, vendor_field, transform, plausible_min, plausible_max, display_order,"
              + " visible, is_active, created_at, updated_at)",
          17,
          "");
  private static final MultiRowStatement CREDENTIALS =
      new MultiRowStatement(
          "INSERT INTO secure_credentials"
              + " (system_id, encrypted_credentials, created_at, updated_at)",
          4,
          "");
  private static final int OFFSET_MINUTES = 600;

  private final Sql sql;
  private final CredentialCipher cipher;
  private final LocalDateTime now = utc(Instant.now());

  FleetLoader(Sql sql, String encryptionKey) {
    this.sql = sql;
    this.cipher = new CredentialCipher(CredentialKey.ofHex(encryptionKey).orElseThrow());
  }

  /** A system and the number that the vendor knows it by. */
  record LoadedSystem(int id, int number) {}

  private record SystemPoint(int system, int order, PointDefinition definition) {}

  /**
   * @param firstDue when they are polled first, null for never
   */
  List<LoadedSystem> load(int firstNumber, int count, @Nullable Instant firstDue) {
    long owner = sql.number("SELECT MIN(id) FROM accounts");
    boolean first = sql.number("SELECT COUNT(*) FROM systems") == 0;
    List<Integer> numbers = IntStream.range(firstNumber, firstNumber + count).boxed().toList();
    sql.insert(
        SYSTEM,
        numbers,
        (statement, index, number) -> {
          statement.setLong(index, owner);
          statement.setString(index + 1, "selectronic");
          statement.setString(index + 2, number.toString());
          statement.setString(index + 3, "Fleet " + number);
          statement.setBoolean(index + 4, first && number == firstNumber);
          statement.setString(index + 5, "Australia/Melbourne");
          statement.setInt(index + 6, OFFSET_MINUTES);
          statement.setObject(index + 7, now);
          statement.setObject(index + 8, now);
          return index + 9;
        });
    List<LoadedSystem> systems =
        sql.list(
            "SELECT id, CAST(vendor_site_id AS UNSIGNED) AS number FROM systems"
                + " HAVING number >= ? AND number < ? ORDER BY number",
            row -> new LoadedSystem(row.getInt(1), row.getInt(2)),
            firstNumber,
            firstNumber + count);
    points(systems);
    credentials(systems);
    String ids = "SELECT id FROM systems WHERE id >= " + systems.get(0).id();
    sql.run("INSERT INTO system_latest (system_id) " + ids);
    sql.execute(
        "INSERT INTO poll_schedule (system_id, next_due_at) SELECT id, ? FROM (" + ids + ") s",
        firstDue == null ? null : utc(firstDue));
    return systems;
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private void points(List<LoadedSystem> systems) {
    List<SystemPoint> points = new ArrayList<>();
    for (LoadedSystem system : systems) {
      int order = 0;
      for (PointDefinition definition : BenchPoints.definitions()) {
        points.add(new SystemPoint(system.id(), order, definition));
        order += 10;
      }
    }
    sql.insert(
        POINT,
        points,
        (statement, index, point) -> {
          PointDefinition definition = point.definition();
          statement.setInt(index, point.system());
          statement.setString(index + 1, definition.key().value());
          statement.setString(index + 2, definition.metricType().wireName());
          statement.setString(index + 3, definition.numberClass().wireName());
          statement.setString(index + 4, definition.subsystem());
          statement.setString(index + 5, definition.type());
          statement.setString(index + 6, definition.label());
          statement.setString(index + 7, definition.unit());
          statement.setString(index + 8, definition.vendorField());
          statement.setString(index + 9, definition.transform());
          statement.setDouble(index + 10, definition.range().min());
          statement.setDouble(index + 11, definition.range().max());
          statement.setInt(index + 12, point.order());
          statement.setBoolean(index + 13, definition.visible());
          statement.setBoolean(index + 14, true);
          statement.setObject(index + 15, now);
          statement.setObject(index + 16, now);
          return index + 17;
        });
  }

  /** As the simulator's fleet has them. */
  private void credentials(List<LoadedSystem> systems) {
    sql.insert(
        CREDENTIALS,
        systems,
        (statement, index, system) -> {
          int number = system.number();
          Credentials known =
              new Credentials(
                  Map.of(
                      "email", "fleet" + number + "@sim.example",
                      "password", "pw-" + number,
                      "systemNumber", Integer.toString(number)));
          statement.setInt(index, system.id());
          statement.setString(index + 1, cipher.seal(new SystemId(system.id()), known));
          statement.setObject(index + 2, now);
          statement.setObject(index + 3, now);
          return index + 4;
        });
  }
}
