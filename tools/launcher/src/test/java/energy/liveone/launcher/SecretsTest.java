package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path temp;

  @Test
  void aSecretIsMadeOnceAndReadAfterwards() {
    Secrets secrets = new Secrets(temp.resolve("secrets"));

    String first = secrets.hexadecimal("key", 32);

    assertThat(first).matches("[0-9a-f]{64}");
    assertThat(new Secrets(temp.resolve("secrets")).hexadecimal("key", 32)).isEqualTo(first);
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    new Secrets(temp.resolve("secrets")).write("key", "value");

    assertThat(mode(temp.resolve("secrets"))).isEqualTo("rwx------");
    assertThat(mode(temp.resolve("secrets/key"))).isEqualTo("rw-------");
  }

  @Test
  void madeUpPasswordsDiffer() {
    assertThat(Secrets.newPassword(16)).hasSize(16).isNotEqualTo(Secrets.newPassword(16));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
