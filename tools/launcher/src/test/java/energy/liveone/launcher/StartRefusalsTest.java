package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartRefusalsTest {
  @TempDir Path temp;

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StartProblem problem = refusalOf("--port=" + taken.getLocalPort());

      assertThat(problem).isEqualTo(new StartProblem.PortTaken(taken.getLocalPort(), "--port"));
    }
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (DirectoryLock other = DirectoryLock.take(temp)) {
      assertThat(other).isNotNull();
      assertThat(refusalOf()).isEqualTo(new StartProblem.DirectoryInUse(temp));
    }
  }

  @Test
  void aDirectoryThatIsAFileCannotBeWritten() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThat(refusalOf("--data=" + file)).isInstanceOf(StartProblem.NotWritable.class);
  }

  @Test
  void anUnreachableDatabaseIsToldBeforeAServerStarts() {
    int nobody = FreePort.any();

    StartProblem problem =
        refusalOf("--db-url=jdbc:mariadb://127.0.0.1:" + nobody + "/live", "--db-user=u");

    assertThat(problem.exitCode()).isEqualTo(13);
    assertThat(problem.sentence()).contains("cannot be reached: nobody answers there");
  }

  @Test
  void everyProblemHasItsOwnExitCode() {
    List<StartProblem> problems =
        List.of(
            new StartProblem.BadUsage(""),
            new StartProblem.NotBuilt(temp),
            new StartProblem.PortTaken(1, ""),
            new StartProblem.DirectoryInUse(temp),
            new StartProblem.NotWritable(temp, ""),
            new StartProblem.DatabaseUnavailable(""),
            new StartProblem.NoDatabaseProgram(""),
            new StartProblem.ServerNotReady("", temp),
            new StartProblem.ChildDied("", 1, temp),
            new StartProblem.AdminFailed(""));

    assertThat(problems)
        .extracting(StartProblem::exitCode)
        .doesNotHaveDuplicates()
        .doesNotContain(0, 1, 3);
    assertThat(problems).hasSize(StartProblem.class.getPermittedSubclasses().length);
  }

  private StartProblem refusalOf(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (all.stream().noneMatch(word -> word.startsWith("--port"))) {
      all.add("--port=" + FreePort.any());
    }
    UpOptions options = UpOptions.parse(new Arguments(all), temp, "");
    StartRefusedException[] refusal = new StartRefusedException[1];
    assertThatThrownBy(() -> new Up(options, Map.of(), new Console(System.out)).run())
        .isInstanceOfSatisfying(StartRefusedException.class, caught -> refusal[0] = caught);
    return refusal[0].problem();
  }
}
