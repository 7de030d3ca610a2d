package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void earlierRun() throws IOException {
    file = temp.resolve("server-1-0.log");
    message("Exception while loading the app");
  }

  @Test
  void whatAnEarlierRunWroteDoesNotCount() throws IOException {
    assertThat(ServerLog.from(file).progress()).isEqualTo(new ServerLog.Starting());
  }

  @Test
  void theServerHasBootedWhenItSaysSo() throws IOException {
    ServerLog log = ServerLog.from(file);
    message("Payara Micro 6.2025.10 (build 42) ready in 10,257 (ms)");

    assertThat(log.progress()).isEqualTo(new ServerLog.Booted());
  }

  @Test
  void theApplicationsOwnWordsAreTheReason() throws IOException {
    ServerLog log = ServerLog.from(file);
    message(
        "LIVEONE-START-REFUSED: the database does not fit this program. Migration checksum\nmismatch for 0001.");
    throwable(
        """
        jakarta.ejb.EJBException: outer
        \tat a.B.c(B.java:1)
        Caused by: java.lang.Error: inner
        """);
    message("Exception while loading the app");

    assertThat(log.progress())
        .isEqualTo(
            new ServerLog.Failed(
                "the database does not fit this program. Migration checksum mismatch for 0001"));
  }

  @Test
  void otherwiseTheInnermostCauseIsTheReason() throws IOException {
    ServerLog log = ServerLog.from(file);
    throwable(
        """
        jakarta.ejb.EJBException: outer
        \tat a.B.c(B.java:1)
        Caused by: java.lang.IllegalStateException: middle
        \tat a.B.d(B.java:2)
        Caused by: java.io.IOException: liveone.encryption-key is missing
        \t... 38 more
        """);
    message("Exception while loading the app");

    assertThat(log.progress()).isEqualTo(new ServerLog.Failed("liveone.encryption-key is missing"));
  }

  @Test
  void aRefusedStartCommandIsAFailedStart() throws IOException {
    ServerLog log = ServerLog.from(file);
    message("Boot Command create-jdbc-resource failed PlainTextActionReporterFAILURE");

    assertThat(log.progress())
        .isEqualTo(new ServerLog.Failed("it refused the start command create-jdbc-resource"));
  }

  @Test
  void aTakenPortIsToldFromOtherFaults() throws IOException {
    ServerLog log = ServerLog.from(file);
    gaveUp("java.net.BindException: Address already in use\n\tat sun.nio.ch.Net.bind0(Native)");

    assertThat(log.progress()).isEqualTo(new ServerLog.PortTaken());
  }

  @Test
  void aServerThatGaveUpSaysWhy() throws IOException {
    ServerLog log = ServerLog.from(file);
    gaveUp("java.lang.IllegalStateException: No room on the disk\n\tat a.B.c(B.java:1)");

    assertThat(log.progress())
        .isEqualTo(new ServerLog.Failed("java.lang.IllegalStateException: No room on the disk"));
  }

  @Test
  void aHalfWrittenLineIsLeftForLater() throws IOException {
    ServerLog log = ServerLog.from(file);
    write("{\"LogMessage\":\"Payara Micro 6 ready");

    assertThat(log.progress()).isEqualTo(new ServerLog.Starting());
  }

  private void message(String text) throws IOException {
    write(Json.createObjectBuilder().add("LogMessage", text).build() + "\n");
  }

  private void gaveUp(String stackTrace) throws IOException {
    throwable("Shutting down server due to startup exception", stackTrace);
  }

  private void throwable(String stackTrace) throws IOException {
    throwable("x", stackTrace);
  }

  private void throwable(String message, String stackTrace) throws IOException {
    var throwable =
        Json.createObjectBuilder().add("Exception", message).add("StackTrace", stackTrace);
    write(Json.createObjectBuilder().add("Throwable", throwable).build() + "\n");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
