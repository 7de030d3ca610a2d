package energy.liveone.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiRowStatementTest {
  private static final MultiRowStatement INSERT =
      new MultiRowStatement("INSERT INTO t (a, b)", 2, "ON DUPLICATE KEY UPDATE b = VALUES(b)");

  private final List<String> prepared = new ArrayList<>();
  private final List<Object> bound = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 255, 256, 257, 3_001})
  void everyRowIsBoundOnceInOrder(int rows) throws SQLException {
    List<Integer> values = IntStream.range(0, rows).boxed().toList();

    INSERT.execute(connection(), values, MultiRowStatementTest::bind);

    assertThat(bound).isEqualTo(values.stream().flatMap(v -> List.of(v, -v).stream()).toList());
  }

  @Test
  void statementsHaveOnlyAFewSizes() throws SQLException {
    List<Integer> values = IntStream.range(0, 256 + 64 + 3).boxed().toList();

    INSERT.execute(connection(), values, MultiRowStatementTest::bind);

    assertThat(prepared).extracting(MultiRowStatementTest::rows).containsExactly(256, 64, 2, 1);
    assertThat(prepared.get(2))
        .isEqualTo("INSERT INTO t (a, b) VALUES (?,?),(?,?) ON DUPLICATE KEY UPDATE b = VALUES(b)");
  }

  private static int rows(String sql) {
    return sql.split("\\(\\?,\\?\\)", -1).length - 1;
  }

  private static int bind(PreparedStatement statement, int first, Integer row) throws SQLException {
    statement.setInt(first, row);
    statement.setInt(first + 1, -row);
    return first + 2;
  }

  private Connection connection() {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          prepared.add((String) arguments[0]);
          return statement();
        });
  }

  private PreparedStatement statement() {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.equals("setInt")) {
            bound.add(arguments[1]);
          }
          return method.equals("executeUpdate") ? 1 : null;
        });
  }

  @FunctionalInterface
  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
