package energy.liveone.product;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Talks to the product as a script would: with HTTP/1.1, all that browsers, curl and proxies speak
 * where there is no TLS.
 */
public final class ApiClient {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final HttpClient http;
  private final URI base;
  private final Map<String, String> headers;

  ApiClient(URI base) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, Map.of());
  }

  private ApiClient(HttpClient http, URI base, Map<String, String> headers) {
    this.http = http;
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /** An answer; the body is read as JSON when asked for. */
  public record Answer(int status, String contentType, Map<String, String> headers, String body) {
    /** The body as a JSON object. */
    public JsonObject json() {
      try (var reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }
  }

  /** The same client with this bearer token. */
  public ApiClient withToken(String bearer) {
    return withHeader("Authorization", "Bearer " + bearer);
  }

  /** The same client, sending this header as well. */
  public ApiClient withHeader(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new ApiClient(http, base, more);
  }

  /** The same client, signed in. */
  public ApiClient signedIn(String email, String password) {
    String body =
        Json.createObjectBuilder().add("email", email).add("password", password).build().toString();
    Answer answer = post("api/auth/token", body);
    if (answer.status() != 200) {
      throw new IllegalStateException("Signing in was answered " + answer.status());
    }
    return withToken(answer.json().getString("token"));
  }

  /** {@code GET} below the root. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** {@code POST} of JSON below the root. */
  public Answer post(String path, String json) {
    return post(path, "application/json", json);
  }

  /** {@code PUT} of JSON below the root. */
  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /** {@code POST} of any content below the root. */
  public Answer post(String path, String contentType, String body) {
    return send(
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  /** Any method with a body of JSON. */
  public Answer method(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  /** Any other method without a body. */
  public Answer method(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
    headers.forEach(request::header);
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      response.headers().map().forEach((name, values) -> answered.put(name, values.get(0)));
      return new Answer(
          response.statusCode(),
          answered.getOrDefault("Content-Type", ""),
          answered,
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
