package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {
  @TempDir Path temp;

  @Test
  void theFirstStartMakesUpAPassword() {
    FirstAdmin admin = FirstAdmin.of(Map.of(), secrets());

    assertThat(admin.madeUp()).isTrue();
    assertThat(admin.password().orElseThrow()).hasSizeGreaterThanOrEqualTo(16);
    assertThat(admin).asString().doesNotContain(admin.password().orElseThrow());
  }

  @Test
  void aLaterStartKnowsTheAccountButNotItsPassword() {
    FirstAdmin.of(Map.of("LIVEONE_ADMIN_EMAIL", "me@example.org"), secrets()).remember(secrets());

    FirstAdmin later = FirstAdmin.of(Map.of(), secrets());

    assertThat(later.email()).isEqualTo("me@example.org");
    assertThat(later.password()).isEmpty();
    assertThat(later.madeUp()).isFalse();
  }

  @Test
  void theEnvironmentDecidesAndIsNotTold() {
    FirstAdmin admin = FirstAdmin.of(Map.of("LIVEONE_ADMIN_PASSWORD", "from outside"), secrets());

    assertThat(admin.password()).contains("from outside");
    assertThat(admin.madeUp()).isFalse();
  }

  private Secrets secrets() {
    return new Secrets(temp.resolve("secrets"));
  }
}
