package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A vendor that no longer takes the credentials: the owner hears of it and mends it. */
@SharedProduct
@ExtendWith(Chromium.class)
class StoppedSystemIT {
  private static final int NUMBER = 880_017;

  @Test
  void theOwnerIsToldOnceAndNewCredentialsGoOn(Product product, Browser chromium) throws Exception {
    Home home = Home.create(product, NUMBER, "Heron House", Duration.ZERO);
    ApiClient owner = product.api().signedIn(home.email(), Home.PASSWORD);
    // The session of a poll that was quicker than this line would go on for half an hour.
    fault(product, "PUT", "{\"authFail\":true,\"expireToken\":true}");

    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              product.admin().post("api/cron/poll", "{}");
              return status(owner).equals("error");
            });
    JsonObject notices = owner.get("api/notices").json();
    assertThat(notices.getInt("unread")).isEqualTo(1);
    assertThat(notices.getJsonArray("data").getJsonObject(0).getString("code"))
        .isEqualTo("AUTH_FAILED");

    try (Visitor visitor = new Visitor(chromium, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn("dashboard", home);
      assertThat(page.locator(".notice.bad")).containsText("Heron House is no longer collected");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Got it")).click();
      assertThat(page.locator("h1")).hasText("Heron House");
      assertThat(page.locator(".notice.bad")).hasCount(0);
      assertThat(visitor.complaints()).isEmpty();
    }

    assertThat(newCredentials(owner, home, "pw-" + NUMBER).status()).isEqualTo(400);
    fault(product, "DELETE", "");
    assertThat(newCredentials(owner, home, "wrong").status()).isEqualTo(400);
    Answer replaced = newCredentials(owner, home, "pw-" + NUMBER);
    assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
    assertThat(status(owner)).isEqualTo("active");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                !owner
                    .get("api/data/latest?systemId=" + home.systemId())
                    .json()
                    .getJsonObject("data")
                    .isEmpty());
  }

  private static String status(ApiClient owner) {
    return owner
        .get("api/data/systems")
        .json()
        .getJsonArray("data")
        .getJsonObject(0)
        .getString("status");
  }

  private static Answer newCredentials(ApiClient owner, Home home, String password) {
    return owner.post(
        "api/systems/" + home.systemId() + "/credentials",
        """
        {"credentials":{"email":"fleet%1$d@sim.example","password":"%2$s","systemNumber":"%1$d"}}"""
            .formatted(NUMBER, password));
  }

  private static void fault(Product product, String method, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(product.simulator() + "/control/faults/selectronic/" + NUMBER))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }
}
