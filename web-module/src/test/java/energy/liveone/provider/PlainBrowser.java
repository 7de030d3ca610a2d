package energy.liveone.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A browser that keeps cookies and follows links step by step, so that a test can change them. */
final class PlainBrowser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI home;

  PlainBrowser(URI home) {
    this.home = home;
  }

  /** What is at a path of the product, or at a whole address; redirects are not followed. */
  HttpResponse<String> get(String address) {
    try {
      return http.send(
          HttpRequest.newBuilder(home.resolve(address)).timeout(Duration.ofSeconds(60)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where an address leads. */
  String next(String address) {
    HttpResponse<String> response = get(address);
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(address + " answered " + response.statusCode()));
  }

  /** Signs in at the provider; the address that it leads back to, not yet visited. */
  String signInAt(String provider, String from) {
    return next(next(next("sign-in/with/" + provider + from)));
  }

  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("liveone-session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }
}
