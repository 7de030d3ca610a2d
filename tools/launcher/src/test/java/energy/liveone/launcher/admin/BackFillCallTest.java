package energy.liveone.launcher.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackFillCallTest {
  private static final AdminCommand.BackFill COMMAND =
      new AdminCommand.BackFill(7, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private record Scripted(int status, String body) {}

  private final Deque<Scripted> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    Scripted next = answers.remove();
    byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(next.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void script(int status, String state, int done, String more) {
    answers.add(
        new Scripted(
            status,
            "{\"state\":\"%s\",\"daysDone\":%d,\"daysTotal\":31,\"rowsStored\":%d%s}"
                .formatted(state, done, done * 288, more)));
  }

  private void run() {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    new BackFillCall(new JsonOverHttp(base), "token", said::add).run(COMMAND);
  }

  @Test
  void progressIsToldUntilAllDaysAreDone() {
    script(202, "running", 0, ",\"message\":null,\"waitingUntil\":null");
    script(200, "waiting", 12, ",\"message\":\"quota\",\"waitingUntil\":\"2026-11-23T10:05:00Z\"");
    script(200, "done", 31, ",\"message\":null,\"waitingUntil\":null");

    run();

    assertThat(asked)
        .containsExactly(
            "POST /api/admin/systems/7/backfill",
            "GET /api/admin/systems/7/backfill",
            "GET /api/admin/systems/7/backfill");
    assertThat(said)
        .containsExactly(
            "0 of 31 days, 0 values stored, running",
            "12 of 31 days, 3456 values stored, waiting until 2026-11-23T10:05:00Z: quota",
            "31 of 31 days, 8928 values stored, done");
  }

  @Test
  void refusalAndFailureAreTold() {
    answers.add(new Scripted(400, "{\"code\":\"NO_HISTORY\"}"));
    assertThatThrownBy(this::run)
        .isInstanceOf(CallFailedException.class)
        .hasMessageContaining("NO_HISTORY");

    script(202, "failed", 3, ",\"message\":\"AUTH_FAILED: refused\"");
    assertThatThrownBy(this::run)
        .isInstanceOf(CallFailedException.class)
        .hasMessageContaining("AUTH_FAILED: refused");
  }
}
