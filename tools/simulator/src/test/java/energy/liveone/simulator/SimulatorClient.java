package energy.liveone.simulator;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * A simulator in this process and a caller of it, over real HTTP. Time stands still until the test
 * moves it.
 */
public final class SimulatorClient implements AutoCloseable {

  /** Half past one in the afternoon in Melbourne. */
  public static final Instant NOON = Instant.parse("2026-11-23T02:31:07Z");

  /** Held, for a logger that nobody holds forgets its level; the server tells each start. */
  private static final Logger ROOT = Logger.getLogger("");

  static {
    ROOT.setLevel(Level.WARNING);
  }

  private final Simulator simulator = Simulator.start(0, 7, Clock.systemUTC());
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public SimulatorClient() {
    control("PUT", "/clock", "{\"frozen\":true,\"now\":\"" + NOON + "\"}");
  }

  public int port() {
    return simulator.port();
  }

  public JsonObject control(String method, String path, String body) {
    HttpResponse<String> response = controlResponse(method, path, body);
    if (response.statusCode() >= 300) {
      throw new AssertionError(method + " " + path + ": " + response.body());
    }
    return JsonText.parseObject(response.body()).orElseThrow();
  }

  public HttpResponse<String> controlResponse(String method, String path, String body) {
    return send(request("/control" + path).method(method, BodyPublishers.ofString(body)));
  }

  public JsonObject control(String path) {
    return control("GET", path, "");
  }

  public void advance(Duration by) {
    control("PUT", "/clock", "{\"advanceSeconds\":" + by.toSeconds() + "}");
  }

  public void faults(String place, String faults) {
    control("PUT", "/faults/" + place, faults);
  }

  public HttpResponse<String> login(String email, String password) {
    String form = "email=" + encoded(email) + "&pwd=" + encoded(password);
    return send(
        request("/selectronic/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Cookies of a successful login, as a {@code Cookie} header. */
  public String cookies(String email, String password) {
    HttpResponse<String> response = login(email, password);
    if (response.statusCode() != 302) {
      throw new AssertionError("login answered " + response.statusCode());
    }
    return response.headers().allValues("set-cookie").stream()
        .map(cookie -> cookie.split(";")[0])
        .collect(Collectors.joining("; "));
  }

  public HttpResponse<String> get(String path, String cookies) {
    return send(request(path).header("Cookie", cookies).header("User-Agent", "LiveOneEE/test"));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
