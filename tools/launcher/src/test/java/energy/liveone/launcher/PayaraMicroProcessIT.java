package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraMicroProcessIT {
  @TempDir static Path home;
  private static EmbeddedMariaDb database;

  @BeforeAll
  static void startDatabase() {
    database = EmbeddedMariaDb.start(MariaDbSettings.forTests(home));
  }

  @AfterAll
  static void stopDatabase() {
    database.stop();
  }

  @Test
  void servesTheWebArchiveAndStopsWithinItsGrace() throws Exception {
    Path war = webArchive("good.war", Map.of("index.html", "it is served"));

    PayaraMicroProcess server = PayaraMicroProcess.start(settings(war));
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.baseUri().resolve("/index.html")).build(),
                HttpResponse.BodyHandlers.ofString());
    boolean clean = server.process().stop(PayaraMicroProcess.STOP_GRACE);

    assertThat(page.body()).isEqualTo("it is served");
    assertThat(clean).isTrue();
    assertThat(
            Files.readString(server.log())
                .contains("JDBC connection pool liveone-batch created successfully"))
        .isTrue();
  }

  @Test
  void saysWhyTheApplicationCannotBeDeployed() throws IOException {
    Path war =
        webArchive(
            "broken.war",
            Map.of(
                "WEB-INF/web.xml",
                "<web-app><listener><listener-class>no.Such"
                    + "</listener-class></listener></web-app>"));

    assertThatThrownBy(() -> PayaraMicroProcess.start(settings(war)))
        .isInstanceOfSatisfying(
            StartRefusedException.class,
            refused -> {
              assertThat(refused.problem()).isInstanceOf(StartProblem.ServerNotReady.class);
              assertThat(refused.problem().sentence()).contains("no.Such");
            });
  }

  @Test
  void aPortThatAConnectionEndsAtIsNamedAtOnce() throws IOException {
    PayaraMicroSettings settings = settings(webArchive("unheard.war", Map.of("index.html", "")));
    InetAddress here = InetAddress.getLoopbackAddress();

    try (ServerSocket somebody = new ServerSocket(0, 1, here);
        Socket connection = new Socket(here, somebody.getLocalPort(), here, settings.port())) {
      assertThat(connection.isConnected()).isTrue();
      assertThatThrownBy(() -> PayaraMicroProcess.start(settings))
          .isInstanceOfSatisfying(
              StartRefusedException.class,
              refused ->
                  assertThat(refused.problem())
                      .isEqualTo(new StartProblem.PortTaken(settings.port(), "--port")));
    }
  }

  private static PayaraMicroSettings settings(Path war) {
    return PayaraMicroSettings.of(war, home, DatabaseAccess.of(database)).withHeapMegabytes(512);
  }

  private static Path webArchive(String name, Map<String, String> files) throws IOException {
    Path war = home.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return war;
  }
}
