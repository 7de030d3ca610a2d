package energy.liveone.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema to the version of this program before anything else runs. Several nodes may
 * start at once: Flyway's lock lets one of them work. An edited, missing or unknown migration stops
 * the deployment; nothing is repaired silently.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = "java:app/jdbc/liveone",
    className = "org.mariadb.jdbc.MariaDbDataSource",
    url = "${MPCONFIG=liveone.db.url}",
    user = "${MPCONFIG=liveone.db.user}",
    password = "${MPCONFIG=liveone.db.password}",
    isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 32,
    maxIdleTime = 300,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=10",
      "fish.payara.fail-all-connections=true",
      // Statements are the driver's own: a wrapper around each call of a setter serves nobody here.
      "fish.payara.wrap-jdbc-objects=false"
    })
public class Migrations {
  private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  /** Applies what is missing. */
  @PostConstruct
  void migrate() {
    try {
      var result = SchemaHistory.of(dataSource).migrate();
      LOG.info(
          () ->
              "Schema is at version %s, %d migrations applied"
                  .formatted(result.targetSchemaVersion, result.migrationsExecuted));
    } catch (FlywayException e) {
      LOG.severe(
          () -> "LIVEONE-START-REFUSED: the database does not fit this program. " + e.getMessage());
      throw e;
    }
  }

  /** The one way in which Flyway is set up, shared with the migration test. */
  public static final class SchemaHistory {
    private SchemaHistory() {}

    /** Flyway over the packaged migrations, strict about every difference. */
    public static Flyway of(DataSource dataSource) {
      return Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:liveone/sql")
          .table("migrations")
          .sqlMigrationPrefix("V")
          .validateMigrationNaming(true)
          .ignoreMigrationPatterns(new String[0])
          .cleanDisabled(true)
          .load();
    }
  }
}
