package energy.liveone.launcher.demo;

import energy.liveone.launcher.client.CallFailedException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Plays the owner who lets us in at a vendor: asks the server where to go, approves on the
 * simulated vendor's page, and takes the code back, all with the cookies of one browser.
 */
final class DemoGrant {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final URI server;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  DemoGrant(URI server) {
    this.server = server;
  }

  /**
   * Connects the demo's account at a vendor.
   *
   * @return the grant, to add systems with
   */
  int obtain(String token, String vendorType) {
    String begun = success(open(server.resolve("/api/auth/" + vendorType + "/auth"), token));
    URI vendor = URI.create(json(begun).getString("url") + "&decision=approve");
    String back =
        open(vendor, "")
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new CallFailedException("the vendor's page led nowhere"));
    URI callback = URI.create(back);
    // The address that the browser knows the server by need not be the one it listens on.
    URI here = server.resolve(callback.getRawPath() + "?" + callback.getRawQuery());
    return json(success(open(here, token))).getInt("grantId");
  }

  private HttpResponse<String> open(URI page, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page).timeout(TIMEOUT).header("Accept", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CallFailedException(page.getPath() + " got no answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailedException("it was interrupted");
    }
  }

  private static String success(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new CallFailedException(
          response.uri().getPath() + " was answered with HTTP " + response.statusCode());
    }
    return response.body();
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new CallFailedException("the answer is not JSON");
    }
  }
}
