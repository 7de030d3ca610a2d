package energy.liveone.bench;

import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.MultiRowStatement.RowBinder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL on one connection; a failure ends the benchmark. */
final class Sql {
  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  int execute(String sql, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  /** For statements that no placeholder stands in. */
  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  <T> void insert(MultiRowStatement statement, List<T> rows, RowBinder<T> binder) {
    try {
      statement.execute(connection, rows, binder);
    } catch (SQLException e) {
      throw failure("a multi-row insert", e);
    }
  }

  long number(String sql, Object... parameters) {
    return one(sql, row -> row.getLong(1), parameters);
  }

  <T> T one(String sql, RowReader<T> reader, Object... parameters) {
    List<T> rows = list(sql, reader, parameters);
    CheckFailedException.unless(rows.size() == 1, "One row was expected: " + sql);
    return rows.get(0);
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  static CheckFailedException failure(String sql, SQLException e) {
    return new CheckFailedException("The database refused " + sql, e);
  }
}
