package energy.liveone.housekeeping;

import energy.liveone.database.DatabaseFault;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Carries out partition plans. Adding splits the empty last partition and dropping unlinks files,
 * so both take milliseconds; they lock the table only for that. Must not be called within a
 * transaction: MariaDB commits before such statements.
 */
@ApplicationScoped
public class Partitions {
  private static final Logger LOG = Logger.getLogger(Partitions.class.getName());
  private static final String FUTURE = "p_future";

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  /** Makes the partitions of a table as planned; another node that is at it is left to it. */
  void carryOut(PartitionPlan plan, Instant now) {
    try (Connection connection = dataSource.getConnection()) {
      if (!isFree(connection, "SELECT GET_LOCK('liveone.partitions', 0)")) {
        return;
      }
      try {
        List<Long> existing = bounds(connection, plan.table());
        add(connection, plan.table(), plan.toAdd(existing, now));
        for (long bound : plan.toDrop(existing, now)) {
          execute(
              connection, "ALTER TABLE %s DROP PARTITION %s".formatted(plan.table(), name(bound)));
          LOG.info(
              () ->
                  "Dropped the readings of %s before %s"
                      .formatted(plan.table(), Instant.ofEpochSecond(bound)));
        }
      } finally {
        isFree(connection, "SELECT RELEASE_LOCK('liveone.partitions')");
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Partitioning " + plan.table(), e);
    }
  }

  private static void add(Connection connection, String table, List<Long> bounds)
      throws SQLException {
    if (bounds.isEmpty()) {
      return;
    }
    StringBuilder parts = new StringBuilder();
    for (long bound : bounds) {
      parts.append("PARTITION %s VALUES LESS THAN (%d), ".formatted(name(bound), bound));
    }
    execute(
        connection,
        "ALTER TABLE %s REORGANIZE PARTITION %s INTO (%s PARTITION %s VALUES LESS THAN MAXVALUE)"
            .formatted(table, FUTURE, parts, FUTURE));
  }

  private static List<Long> bounds(Connection connection, String table) throws SQLException {
    String sql =
        "SELECT partition_description FROM information_schema.partitions"
            + " WHERE table_schema = DATABASE() AND table_name = ? AND partition_name <> ?"
            + " ORDER BY partition_ordinal_position";
    List<Long> bounds = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, table);
      query.setString(2, FUTURE);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          bounds.add(result.getLong(1));
        }
      }
    }
    return bounds;
  }

  private static String name(long bound) {
    return "p_until_" + bound;
  }

  private static boolean isFree(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() && result.getInt(1) == 1;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
