package energy.liveone.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests with JSON bodies to one server. */
final class JsonOverHttp {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;

  JsonOverHttp(URI base) {
    this.base = base;
  }

  /**
   * @param status of HTTP; the text may be anything
   */
  record Reply(int status, String text) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    JsonStructure json() {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        return reader.read();
      } catch (JsonException e) {
        throw new DemoFailedException("the answer is not JSON: " + excerpt());
      }
    }

    String excerpt() {
      String line = text.replaceAll("\\s+", " ");
      return "HTTP " + status + " " + (line.length() > 200 ? line.substring(0, 200) + " …" : line);
    }
  }

  Reply get(String path, String token) {
    return send(request(path, token).GET());
  }

  Reply post(String path, String token, String json) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Reply send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> response = http.send(built, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new DemoFailedException(
          built.method() + " " + built.uri().getPath() + " got no answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailedException("it was interrupted");
    }
  }
}
