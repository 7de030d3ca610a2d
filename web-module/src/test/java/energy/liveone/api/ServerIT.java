package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to no resource: health, description, unknown paths, closed pages, cron. */
@SharedProduct
class ServerIT {
  private final ApiClient nobody;
  private final ApiClient cron;

  ServerIT(Product product) {
    nobody = product.api();
    cron = nobody.withToken(Product.CRON_SECRET);
  }

  @Test
  void theServerIsReadyAndAlive() {
    assertThat(nobody.get("health/ready").body()).contains("\"UP\"", "database");
    assertThat(nobody.get("health/live").status()).isEqualTo(200);
  }

  @Test
  void theDescriptionIsOpen() {
    Answer answer = nobody.get("openapi");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("/api/data/historical", "range must be one of");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api, 404, NOT_FOUND",
    "GET, api/nothing, 404, NOT_FOUND",
    "GET, api/data, 404, NOT_FOUND",
    "GET, api/application.wadl, 404, NOT_FOUND",
    "PUT, api/data/systems, 405, METHOD_NOT_ALLOWED",
    "GET, api/setup, 405, METHOD_NOT_ALLOWED",
  })
  void unknownPathsAndMethodsAreToldInJson(String method, String path, int status, String code) {
    Errors.assertError(nobody.method(method, path), status, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dashboard", "system/1?range=7D", "nothing-like-it", "metrics"})
  void closedPagesSendStrangersToTheSignInPage(String page) {
    Answer answer = nobody.get(page);

    assertThat(answer.status()).isIn(302, 303);
    assertThat(answer.headers().get("Location")).contains("/sign-in?from=%2F" + page.charAt(0));
  }

  @Test
  void badTokenRequestsAreTheCallersFault() {
    Errors.assertNames(nobody.post("api/auth/token", "{}"), "MISSING_FIELD", "email");
    Errors.assertNames(
        nobody.post("api/auth/token", "{\"email\":\"a@b\"}"), "MISSING_FIELD", "password");
    Errors.assertNames(
        nobody.post("api/auth/token", "{\"email\":{},\"password\":\"x\"}"),
        "INVALID_FIELD",
        "email");
  }

  @Test
  void schedulersGetASummary() {
    assertThat(cron.post("api/cron/poll", "").json().keySet())
        .contains("success", "polled", "successful", "failed", "pending");
    assertThat(cron.post("api/cron/daily", "{\"action\":\"catchup\"}").json().getInt("executionId"))
        .isPositive();
    assertThat(cron.post("api/cron/cleanup", "").json().getBoolean("success")).isTrue();
    Errors.assertNames(
        cron.post("api/cron/daily", "{\"action\":\"x\"}"), "INVALID_FIELD", "action");
  }
}
