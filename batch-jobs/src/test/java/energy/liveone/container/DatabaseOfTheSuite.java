package energy.liveone.container;

import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.FreePort;
import energy.liveone.launcher.MariaDbSettings;
import energy.liveone.launcher.RuntimeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;
import org.jspecify.annotations.Nullable;

/**
 * Starts one MariaDB before the first container and stops it after the last. The managed container
 * reads its settings from system properties, so here they are set: the server to run, its
 * configuration and the commands that put the batch job repository into this database.
 */
public final class DatabaseOfTheSuite implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Lifecycle.class);
  }

  /** Reacts to the suite's begin and end. */
  public static final class Lifecycle {
    private @Nullable EmbeddedMariaDb database;

    /** Before Arquillian itself looks at its containers. */
    public void start(@Observes(precedence = 100) BeforeSuite begin) throws IOException {
      Path target = Path.of(System.getProperty("liveone.module", "target"));
      Path scratch = target.resolve("container");
      delete(scratch);
      Path temporary = Files.createDirectories(scratch.resolve("tmp"));
      EmbeddedMariaDb started =
          EmbeddedMariaDb.start(MariaDbSettings.forTests(scratch.resolve("database")));
      database = started;
      configure(started, scratch, temporary);
    }

    /** After Arquillian stopped its containers. */
    public void stop(@Observes(precedence = -100) AfterSuite end) {
      if (database != null) {
        database.stop();
      }
    }

    /** What the suite before left for looking at. */
    private static void delete(Path directory) throws IOException {
      if (Files.exists(directory)) {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }

    private static void configure(EmbeddedMariaDb database, Path scratch, Path temporary)
        throws IOException {
      Path configuration = scratch.resolve("liveone.properties");
      Files.write(
          configuration,
          List.of(
              "liveone.db.url=" + database.url(),
              "liveone.db.user=" + database.user(),
              "liveone.db.password=" + database.password(),
              "liveone.encryption-key=" + "0123456789abcdef".repeat(4),
              "liveone.poll.enabled=false",
              "liveone.node=container-test"));
      Path commands = scratch.resolve("boot-commands.txt");
      Files.write(commands, bootCommands(database));

      RuntimeFiles files = RuntimeFiles.locate();
      System.setProperty("payara.microJar", files.payaraMicro().toString());
      System.setProperty(
          "payara.cmdOptions",
          "-Xmx512m -Dhazelcast.socket.bind.any=false -Djava.io.tmpdir=" + temporary);
      int gridPort = FreePort.any();
      System.setProperty(
          "payara.extraMicroOptions",
          "--addlibs %s --systemproperties %s --postbootcommandfile %s"
                  .formatted(files.mariaDbDriver(), configuration, commands)
              + " --interfaces 127.0.0.1 --clustername test-%d --startport %d --clustermode tcpip:127.0.0.1:%d"
                  .formatted(gridPort, gridPort, gridPort));
    }

    private static List<String> bootCommands(EmbeddedMariaDb database) {
      String url = (database.url() + "?useMysqlMetadata=true").replaceAll("[:=]", "\\\\$0");
      return List.of(
          "create-jdbc-connection-pool --restype javax.sql.DataSource"
              + " --datasourceclassname org.mariadb.jdbc.MariaDbDataSource"
              + " --steadypoolsize 1 --maxpoolsize 8"
              + " --property url=%s:user=%s:password=%s liveone-batch"
                  .formatted(url, database.user(), database.password()),
          "create-jdbc-resource --connectionpoolid liveone-batch jdbc/liveone-batch",
          "set-batch-runtime-configuration --datasourcelookupname jdbc/liveone-batch"
              + " --schemaname liveone");
    }
  }
}
