package energy.liveone.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

  /**
   * Reads on the calling thread alone. Java's newer client hands every call through threads of its
   * own, whose waking takes longer than the server needs for a small answer.
   */
  String get(String path) {
    try {
      HttpURLConnection call = (HttpURLConnection) base.resolve(path).toURL().openConnection();
      call.setConnectTimeout(5_000);
      call.setReadTimeout(60_000);
      call.setRequestProperty("Accept", "application/json");
      if (!token.isEmpty()) {
        call.setRequestProperty("Authorization", "Bearer " + token);
      }
      int status = call.getResponseCode();
      try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
        String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        CheckFailedException.unless(
            status / 100 == 2, path + " was answered with " + status + " " + text);
        return text;
      }
    } catch (IOException e) {
      throw new CheckFailedException(path + " was not answered", e);
    }
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
