package energy.liveone.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final CredentialKey ONE = CredentialKey.ofHex("01".repeat(32)).orElseThrow();
  private static final CredentialKey TWO = CredentialKey.ofHex("02".repeat(32)).orElseThrow();

  @TempDir private Path directory;
  private Path path;
  private KeyFile file;

  @BeforeEach
  void name() {
    path = directory.resolve("keys");
    file = new KeyFile(path);
  }

  @Test
  void keysComeBackInTheirOrder() {
    file.write(List.of(TWO, ONE));

    assertThat(file.read()).containsExactly(TWO, ONE);
  }

  @Test
  void keysAreForTheirOwnerOnlyAlsoThoseThatWereRetired() throws IOException {
    file.write(List.of(ONE));
    file.keepRetired(List.of(TWO));
    file.keepRetired(List.of(TWO, ONE));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.retiredFile())))
        .isEqualTo("rw-------");
    assertThat(new KeyFile(file.retiredFile()).read()).containsExactly(TWO, ONE);
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutRepeatingIt() throws IOException {
    Files.writeString(path, "01".repeat(32) + "\nnot-a-key\n");

    assertThatThrownBy(file::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(path.toString())
        .hasMessageNotContaining("not-a-key");
  }

  @Test
  void anEmptyFileHoldsNoKey() throws IOException {
    Files.writeString(path, "\n");

    assertThatThrownBy(file::read).hasMessageContaining("64 hexadecimal digits");
  }
}
