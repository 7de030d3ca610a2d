package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOptionsTest {
  @Test
  void withoutWordsTheDefaultsOfTheManualHold() {
    UpOptions options = parse();

    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.data()).isEqualTo(Path.of("/default"));
    assertThat(options.demo()).isTrue();
    assertThat(options.nodes()).isEqualTo(1);
    assertThat(options.simulatorPort()).isZero();
    assertThat(options.externalDatabase()).isEmpty();
  }

  @Test
  void everyOptionIsTakenInBothSpellings() {
    UpOptions options =
        parse(
            "--port=9000",
            "--data",
            "/d",
            "--no-demo",
            "--nodes=3",
            "--sim-port",
            "9100",
            "--db-url",
            "jdbc:mariadb://db:3306/live?x=1",
            "--db-user=u",
            "--db-password=p");

    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.data()).isEqualTo(Path.of("/d"));
    assertThat(options.demo()).isFalse();
    assertThat(options.nodes()).isEqualTo(3);
    assertThat(options.simulatorPort()).isEqualTo(9100);
    assertThat(options.externalDatabase().orElseThrow().schema()).isEqualTo("live");
    assertThat(options.externalDatabase().orElseThrow().password()).isEqualTo("p");
  }

  @Test
  void thePasswordOfTheDatabaseMayComeFromTheEnvironment() {
    UpOptions options =
        UpOptions.parse(
            new Arguments(List.of("--db-url=jdbc:mariadb://db/live", "--db-user=u")),
            Path.of("/default"),
            "hidden");

    assertThat(options.externalDatabase().orElseThrow().password()).isEqualTo("hidden");
    assertThat(options.externalDatabase().orElseThrow()).asString().doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot=1 | Unknown option --prot=1",
        "extra | Unknown option extra",
        "--port | --port needs a value",
        "--port=0 | --port must be a number from 1 to 65535, not 0",
        "--port=http | not http",
        "--port=99999999999 | not 99999999999",
        "--nodes=9 | from 1 to 8",
        "--db-user=u | need --db-url",
        "--db-url=jdbc:mariadb://h/s | needs --db-user",
        "--db-url=jdbc:mysql://h/s --db-user=u | must look like jdbc:mariadb",
        "--db-url=jdbc:mariadb://h --db-user=u | must look like jdbc:mariadb",
        "--port=65535 --nodes=2 | no room for 2 nodes"
      })
  void wrongUseIsRefusedInOneSentence(String words, String part) {
    assertThatThrownBy(() -> parse(words.split(" ")))
        .isInstanceOfSatisfying(
            StartRefusedException.class,
            refused -> {
              assertThat(refused.problem()).isInstanceOf(StartProblem.BadUsage.class);
              assertThat(refused.problem().exitCode()).isEqualTo(2);
              assertThat(refused.problem().sentence()).contains(part).doesNotContain("\n");
            });
  }

  private static UpOptions parse(String... words) {
    return UpOptions.parse(new Arguments(List.of(words)), Path.of("/default"), "");
  }
}
