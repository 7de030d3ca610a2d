package energy.liveone.product;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A way to Enphase's page, where its user decides, and back.
 *
 * @param cookie what the product gave the browser to recognise it by
 * @param query what the vendor's page sent back
 */
public record EnphaseVisit(String cookie, String query) {
  /** Goes there as the demonstration user and decides, {@code approve} or {@code deny}. */
  public static EnphaseVisit deciding(ApiClient as, String decision) {
    return going(as, "&decision=" + decision);
  }

  /** Goes there as a user of the simulated vendor and approves. */
  public static EnphaseVisit approvedBy(ApiClient as, String user) {
    return going(as, "&decision=approve&user=" + user);
  }

  private static EnphaseVisit going(ApiClient as, String decision) {
    Answer begun = as.get("api/auth/enphase/auth");
    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    String kept = begun.headers().get("Set-Cookie");
    assertThat(kept).contains("HttpOnly", "SameSite=Lax");
    String target = whereTo(begun.json().getString("url") + decision);
    return new EnphaseVisit(kept.split(";")[0], URI.create(target).getRawQuery());
  }

  private static String whereTo(String url) {
    try {
      HttpResponse<Void> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
      return answer.headers().firstValue("Location").orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Comes back, perhaps as somebody else. */
  public Answer callBack(ApiClient as) {
    return as.withHeader("Cookie", cookie).get("api/auth/enphase/callback?" + query);
  }

  /** Comes back and is connected. */
  public JsonObject connected(ApiClient as) {
    Answer answer = callBack(as);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
