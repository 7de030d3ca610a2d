package energy.liveone.privacy;

import energy.liveone.database.DatabaseFault;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of an export page by page, each with a connection of its own, so that a slow reader
 * keeps neither a connection nor rows in memory.
 */
@ApplicationScoped
class ExportPages {
  private static final int ROWS = 2_000;
  private static final int ROWS_WITH_ANSWERS = 50;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  /** Systems and points of an account, for the files of readings. */
  record OwnPoint(int system, int point, String key) {}

  /** The points of an account, by system. */
  List<OwnPoint> points(int account) {
    String sql =
        "SELECT p.system_id, p.point_id, p.point_key FROM point_info p JOIN systems s"
            + " ON s.id = p.system_id WHERE s.owner_account_id = ?"
            + " ORDER BY p.system_id, p.display_order, p.point_id";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, account);
      List<OwnPoint> points = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          points.add(new OwnPoint(row.getInt(1), row.getInt(2), row.getString(3)));
        }
      }
      return points;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading points for an export", e);
    }
  }

  private record Row(long key, List<@Nullable String> cells) {}

  /** Hands all rows over, in the order of their keys; texts as the database writes them. */
  void read(ExportSheet sheet, int whose, Consumer<List<@Nullable String>> to) {
    int limit = sheet.header().contains("response") ? ROWS_WITH_ANSWERS : ROWS;
    long after = -1;
    List<Row> page = page(sheet, whose, after, limit);
    while (page.size() == limit) {
      // Rows of the last key may be cut off, so that key is read again with the next page.
      long cut = page.get(limit - 1).key();
      boolean isOneKey = page.get(0).key() == cut;
      page.stream()
          .filter(row -> isOneKey || row.key() < cut)
          .forEach(row -> to.accept(row.cells()));
      after = isOneKey ? cut : cut - 1;
      page = page(sheet, whose, after, limit);
    }
    page.forEach(row -> to.accept(row.cells()));
  }

  private List<Row> page(ExportSheet sheet, int whose, long after, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sheet.sql())) {
      query.setInt(1, whose);
      query.setLong(2, after);
      query.setInt(3, limit);
      List<Row> page = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          List<@Nullable String> cells = new ArrayList<>();
          for (int i = 0; i < sheet.header().size(); i++) {
            cells.add(result.getString(i + 2));
          }
          page.add(new Row(result.getLong(1), cells));
        }
      }
      return page;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading " + sheet.file() + " for an export", e);
    }
  }
}
