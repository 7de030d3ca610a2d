package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbLocatorTest {
  @TempDir Path temp;

  @Test
  void aMariaDbOnThePathIsUsedWhereNoneIsPackaged() throws IOException {
    script("sbin/mariadbd", "echo 'mariadbd  Ver 10.11.6-MariaDB for debian-linux-gnu on aarch64'");
    script("bin/mariadb-install-db", "exit 0");

    MariaDbPrograms programs = locator(temp.resolve("sbin"), temp.resolve("bin")).find();

    assertThat(programs.server()).isEqualTo(temp.resolve("sbin/mariadbd"));
    assertThat(programs.base()).isEqualTo(temp.toRealPath());
    assertThat(programs.bundled()).isFalse();
  }

  @Test
  void withoutAnyMariaDbOneSentenceSaysWhatToInstall() {
    assertThatThrownBy(() -> locator(temp).find())
        .isInstanceOfSatisfying(
            StartRefusedException.class,
            refused -> {
              assertThat(refused.problem().exitCode()).isEqualTo(14);
              assertThat(refused.problem().sentence())
                  .contains("install MariaDB 10.6 or newer")
                  .doesNotContain("\n");
            });
  }

  @Test
  void anOldMariaDbIsRefusedWithItsVersion() throws IOException {
    script("bin/mariadbd", "echo 'mariadbd  Ver 10.3.39-MariaDB for Linux on x86_64'");
    script("bin/mariadb-install-db", "exit 0");

    assertThatThrownBy(() -> locator(temp.resolve("bin")).find())
        .hasMessageContaining("10.3, older than 10.6");
  }

  @Test
  void aMissingLibraryIsNamed() throws IOException {
    script(
        "bin/mariadbd",
        "echo 'mariadbd: error while loading shared libraries: libaio.so.1: cannot open' >&2; exit 127");
    script("bin/mariadb-install-db", "exit 0");

    assertThatThrownBy(() -> locator(temp.resolve("bin")).find())
        .hasMessageContaining("the system library libaio.so.1 is missing");
  }

  @Test
  void mysqlIsNotTakenForMariaDb() {
    assertThat(
            MariaDbPrograms.judgeVersion(
                "mysqld  Ver 8.0.36 for Linux on x86_64 (MySQL Community)"))
        .isEqualTo(new MariaDbPrograms.Unusable("it is not MariaDB"));
  }

  private MariaDbLocator locator(Path... path) {
    return new MariaDbLocator(Optional.empty(), temp, List.of(path), line -> {});
  }

  private void script(String name, String body) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
