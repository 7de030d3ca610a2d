package energy.liveone.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the database answers and its schema was brought up to date. Says no more than that to
 * strangers.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
  private static final int TIMEOUT_SECONDS = 5;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
    String sql =
        "SELECT MAX(CAST(version AS UNSIGNED)), MIN(success) FROM migrations"
            + " WHERE version IS NOT NULL";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      try (ResultSet row = statement.executeQuery()) {
        boolean migrated = row.next() && row.getInt(1) > 0 && row.getBoolean(2);
        return response.status(migrated).withData("schema", row.getLong(1)).build();
      }
    } catch (SQLException e) {
      return response.down().build();
    }
  }
}
