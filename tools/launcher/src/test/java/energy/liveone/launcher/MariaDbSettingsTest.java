package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbSettingsTest {
  private final MariaDbSettings settings =
      new MariaDbSettings(Path.of("/data"), Path.of("/programs"), 0, 256, 64);
  private final MariaDbPrograms programs =
      new MariaDbPrograms(
          Path.of("/base/bin/mariadbd"), Path.of("/base/install"), Path.of("/base"), true);

  @Test
  void theServerListensOnLoopbackOnlyAndChecksAccounts() {
    List<String> command = settings.serverCommand(programs, 4242);

    assertThat(command)
        .contains(
            "--bind-address=127.0.0.1",
            "--port=4242",
            "--socket=",
            "--init-file=/data/run/accounts.sql")
        .doesNotContain("--skip-grant-tables");
  }

  @Test
  void noFileOfTheSystemHasASay() {
    assertThat(settings.serverCommand(programs, 1).get(1)).isEqualTo("--no-defaults");
    assertThat(settings.installCommand(programs, Path.of("/new")).get(2))
        .isEqualTo("--no-defaults");
  }

  @Test
  void acknowledgedRowsAreFlushed() {
    assertThat(settings.serverCommand(programs, 1))
        .contains(
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=256M",
            "--innodb-log-file-size=64M",
            "--transaction-isolation=READ-COMMITTED",
            "--default-time-zone=+00:00");
  }
}
