package energy.liveone.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** JSON over HTTP with a bearer token, on connections that stay open. */
final class ServerApi {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final String token;

  private ServerApi(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Without a token: for the simulator. */
  static ServerApi open(URI base) {
    return new ServerApi(base, "");
  }

  static ServerApi signIn(URI base, String email, String password) {
    String body =
        Json.createObjectBuilder().add("email", email).add("password", password).build().toString();
    return new ServerApi(base, open(base).post("/api/auth/token", body).getString("token"));
  }

  String get(String path) {
    return send(request(path).GET().build());
  }

  JsonObject post(String path, String json) {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(20))
            .header("Accept", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      CheckFailedException.unless(
          response.statusCode() / 100 == 2,
          request.uri() + " was answered with " + response.statusCode() + " " + response.body());
      return response.body();
    } catch (IOException e) {
      throw new CheckFailedException(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailedException("Interrupted", e);
    }
  }

  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
