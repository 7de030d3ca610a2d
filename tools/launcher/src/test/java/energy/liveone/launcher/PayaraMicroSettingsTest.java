package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayaraMicroSettingsTest {
  private static final DatabaseAccess DATABASE =
      new DatabaseAccess("jdbc:mariadb://db:3306/live?sslMode=trust", "user", "secret-word");

  private final PayaraMicroSettings settings =
      PayaraMicroSettings.of(Path.of("/app.war"), Path.of("/data"), DATABASE)
          .withPort(9000)
          .withEnvironment(Map.of("LIVEONE_CRON_SECRET", "cron-word"))
          .withMember("server-2", new DataGrid("liveone-1", 6001, List.of(6000, 6001)));

  @Test
  void noSecretIsAmongTheArgumentsOrInAFile() {
    assertThat(command())
        .noneMatch(word -> word.contains("secret-word") || word.contains("cron-word"));
    assertThat(settings.postBootCommands()).noneMatch(line -> line.contains("secret-word"));
  }

  @Test
  void secretsAreInTheEnvironment() {
    assertThat(settings.wholeEnvironment())
        .containsEntry("LIVEONE_DB_PASSWORD", "secret-word")
        .containsEntry("LIVEONE_CRON_SECRET", "cron-word")
        .containsEntry("LIVEONE_NODE", "server-2");
  }

  @Test
  void theJobRepositoryIsReachedWithMySqlNames() {
    assertThat(settings.wholeEnvironment())
        .containsEntry(
            "LIVEONE_BATCH_DB_URL",
            "jdbc:mariadb://db:3306/live?sslMode=trust&useMysqlMetadata=true");
    assertThat(settings.postBootCommands()).anyMatch(line -> line.endsWith("--schemaname=live"));
  }

  @Test
  void membersOfTheGridAreFoundByTcpOnLoopback() {
    assertThat(command())
        .containsSequence("--clustermode", "tcpip:127.0.0.1:6000,127.0.0.1:6001")
        .containsSequence("--interfaces", "127.0.0.1")
        .contains("-Dhazelcast.socket.bind.any=false");
  }

  @Test
  void moreOptionsOfTheJvmComeLastAndWin() {
    List<String> command =
        settings.command(Path.of("java"), Path.of("p.jar"), Path.of("d.jar"), List.of("-Xmx2g"));

    assertThat(command.indexOf("-Xmx2g"))
        .isGreaterThan(command.indexOf("-Xmx768m"))
        .isLessThan(command.indexOf("-jar"));
  }

  private List<String> command() {
    return settings.command(Path.of("java"), Path.of("p.jar"), Path.of("d.jar"), List.of());
  }
}
