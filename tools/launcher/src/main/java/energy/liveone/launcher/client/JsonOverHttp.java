package energy.liveone.launcher.client;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
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

/**
 * Requests with JSON bodies to one server. A token is sent as {@code Authorization: Bearer}; an
 * empty one is not sent.
 *
 * <p>Every method throws {@link CallFailedException} when there is no answer; any status is an
 * answer.
 */
public final class JsonOverHttp {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;

  public JsonOverHttp(URI base) {
    this.base = base;
  }

  /**
   * @param status of HTTP; the text may be anything
   */
  public record Reply(int status, String text) {
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    public JsonStructure json() {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        return reader.read();
      } catch (JsonException e) {
        throw new CallFailedException("the answer is not JSON: " + excerpt());
      }
    }

    /** The document, for an answer that must be a success. */
    public JsonObject success(String what) {
      if (!isSuccess()) {
        throw new CallFailedException(what + " was answered with " + excerpt());
      }
      return json().asJsonObject();
    }

    public String excerpt() {
      String line = text.replaceAll("\\s+", " ");
      return "HTTP " + status + " " + (line.length() > 200 ? line.substring(0, 200) + " …" : line);
    }
  }

  public Reply get(String path, String token) {
    return send(request(path, token).GET());
  }

  public Reply post(String path, String token, String json) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public Reply put(String path, String token, String json) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
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
      throw new CallFailedException(
          built.method() + " " + built.uri().getPath() + " got no answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailedException("it was interrupted");
    }
  }
}
