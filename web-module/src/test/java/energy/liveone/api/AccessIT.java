package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route with every role: what is refused, and that the right ones are let in. */
@SharedProduct
class AccessIT {
  private static final String PASSWORD = "rain on the window";

  private final ApiClient nobody;
  private final ApiClient admin;
  private final ApiClient cron;
  private ApiClient owner;
  private ApiClient stranger;
  private Site site;

  AccessIT(Product product) {
    nobody = product.api();
    admin = product.admin();
    cron = nobody.withToken(Product.CRON_SECRET);
  }

  @BeforeEach
  void people() {
    owner = account("owner-" + System.nanoTime() + "@liveone.example");
    stranger = account("stranger-" + System.nanoTime() + "@liveone.example");
    site = Site.of(owner);
  }

  private ApiClient account(String email) {
    Answer added =
        admin.post(
            "api/admin/users",
            "{\"action\":\"add\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    assertThat(added.status()).isEqualTo(201);
    return nobody.signedIn(email, PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api/data/systems",
    "GET, api/data/latest?systemId={id}",
    "GET, api/data/historical?systemIds={id}&pointKeys=solar_w&range=1H",
    "GET, api/data/forecasts?systemId={id}",
    "GET, api/vendors",
    "GET, api/notices",
    "GET, api/account",
  })
  void routesForAccounts(String method, String route) {
    Errors.assertError(call(nobody, method, route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(nobody.withToken("lot_wrong"), method, route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(cron, method, route), 401, "UNAUTHENTICATED");
    assertThat(call(owner, method, route).status()).isEqualTo(200);
    assertThat(call(admin, method, route).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api/data/latest?systemId={id}",
    "GET, api/data/latest?composite={id}",
    "GET, api/data/historical?systemIds={id}&pointKeys=solar_w&range=1H",
    "GET, api/data/forecasts?systemId={id}",
  })
  void foreignSystemsLookLikeMissingOnes(String method, String route) {
    Answer foreign = call(stranger, method, route);
    Answer missing = stranger.method(method, route.replace("{id}", "99999999"));

    Errors.assertError(foreign, 404, "NOT_FOUND");
    assertThat(foreign.body().replace("" + site.systemId(), "99999999")).isEqualTo(missing.body());
  }

  @ParameterizedTest
  @CsvSource({
    "api/auth/enphase/auth, NOT_CONFIGURED",
    "api/auth/enphase/callback?code=1&state=2, STATE_UNKNOWN",
  })
  void connectingIsForAccounts(String route, String forAccounts) {
    for (ApiClient refused : List.of(nobody, cron)) {
      Errors.assertError(refused.get(route), 401, "UNAUTHENTICATED");
    }
    assertThat(owner.get(route).status()).isIn(200, 400);
    Errors.assertError(owner.get(route.replace("enphase", "nobody")), 400, forAccounts);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, api/setup",
    "POST, api/test-connection",
  })
  void setUpIsForAccounts(String method, String route) {
    for (ApiClient refused : List.of(nobody, cron)) {
      Errors.assertError(refused.post(route, "{}"), 401, "UNAUTHENTICATED");
    }
    Errors.assertError(owner.post(route, "{}"), 400, "MISSING_FIELD");
  }

  @ParameterizedTest
  @CsvSource({
    "api/account",
    "api/account/password",
    "api/account/email",
    "api/account/totp",
    "api/account/totp/confirm",
    "api/account/totp/disable",
    "api/account/totp/recovery-codes",
  })
  void onesOwnAccountIsForAccounts(String route) {
    for (ApiClient refused : List.of(nobody, cron, nobody.withToken("lot_wrong"))) {
      Errors.assertError(refused.post(route, "{}"), 401, "UNAUTHENTICATED");
    }
    Errors.assertError(owner.post(route, "{}"), 400, "MISSING_FIELD");
    Errors.assertError(admin.post(route, "{}"), 400, "MISSING_FIELD");
  }

  @Test
  void signingOutEverywhereIsForAccountsAndEndsTheirTokens() {
    for (ApiClient refused : List.of(nobody, cron)) {
      Errors.assertError(
          refused.post("api/account/sign-out-everywhere", "{}"), 401, "UNAUTHENTICATED");
    }

    assertThat(owner.post("api/account/sign-out-everywhere", "{}").status()).isEqualTo(200);

    Errors.assertError(owner.get("api/account"), 401, "UNAUTHENTICATED");
    assertThat(stranger.get("api/account").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "api/auth/token, 400, MISSING_FIELD",
    "api/auth/sign-up, 404, NOT_FOUND",
    "api/auth/sign-up/complete, 404, NOT_FOUND",
    "api/auth/forgot-password, 400, MISSING_FIELD",
    "api/auth/reset-password, 400, MISSING_FIELD",
    "api/auth/verify-email, 400, MISSING_FIELD",
  })
  void theWayInIsOpenToAllAndSignUpIsClosed(String route, int status, String code) {
    for (ApiClient anybody : List.of(nobody, cron, owner, admin)) {
      Errors.assertError(anybody.post(route, "{}"), status, code);
    }
  }

  @ParameterizedTest
  @CsvSource({"api/systems/{id}/credentials", "api/notices/99999999/read"})
  void whatIsNotOnesOwnLooksMissing(String route) {
    Errors.assertError(call(nobody, "POST", route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(cron, "POST", route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(stranger, "POST", route), 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api/admin/systems/{id}/gaps, 200",
    "GET, api/admin/systems/{id}/backfill, 404",
    "POST, api/admin/systems/{id}/backfill, 400",
  })
  void whatIsMissingIsForOwnersAndAdministrators(String method, String route, int forOwner) {
    Errors.assertError(call(nobody, method, route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(cron, method, route), 401, "UNAUTHENTICATED");
    assertThat(call(owner, method, route).status()).isEqualTo(forOwner);
    assertThat(call(admin, method, route).status()).isEqualTo(forOwner);
    if (method.equals("GET")) {
      Errors.assertError(call(stranger, method, route), 404, "NOT_FOUND");
    } else {
      String days = "{\"from\":\"2026-01-01\",\"to\":\"2026-01-02\"}";
      String path = route.replace("{id}", "" + site.systemId());
      Errors.assertError(stranger.post(path, days), 404, "NOT_FOUND");
    }
  }

  @Test
  void pointsAreForWhoeverMayChangeTheirSystem() {
    String path = "api/admin/systems/" + site.systemId() + "/points";

    Errors.assertError(nobody.get(path), 401, "UNAUTHENTICATED");
    Errors.assertError(stranger.get(path), 404, "NOT_FOUND");
    Errors.assertError(stranger.post(path, "{\"points\":[]}"), 404, "NOT_FOUND");
    assertThat(owner.get(path).status()).isEqualTo(200);
    assertThat(owner.post(path, "{\"points\":[]}").status()).isEqualTo(200);
    assertThat(admin.get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api/admin/systems, 200",
    "POST, api/admin/systems/{id}/settings, 200",
    "POST, api/admin/systems/{id}/readings, 400",
    "POST, api/admin/systems/{id}/delete, 200",
    "DELETE, api/admin/systems/{id}/delete, 200",
    "GET, api/admin/sessions, 200",
    "GET, api/admin/quota, 200",
    "GET, api/admin/users, 200",
    "POST, api/admin/users, 400",
    "POST, api/admin/aggregates/verify, 200",
    "POST, api/admin/aggregates/remake, 200",
  })
  void administrationIsForAdministrators(String method, String route, int forAdmin) {
    Errors.assertError(call(nobody, method, route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(cron, method, route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(owner, method, route), 403, "FORBIDDEN");
    Errors.assertError(call(stranger, method, route), 403, "FORBIDDEN");
    assertThat(call(admin, method, route).status()).isEqualTo(forAdmin);
  }

  @ParameterizedTest
  @CsvSource({"api/cron/poll", "api/cron/daily", "api/cron/cleanup"})
  void backgroundWorkIsForSchedulersAndAdministrators(String route) {
    Errors.assertError(call(nobody, "POST", route), 401, "UNAUTHENTICATED");
    Errors.assertError(
        call(nobody.withToken(Product.CRON_SECRET + "x"), "POST", route), 401, "UNAUTHENTICATED");
    Errors.assertError(call(owner, "POST", route), 403, "FORBIDDEN");
    assertThat(call(cron, "POST", route).status()).isEqualTo(200);
    assertThat(call(admin, "POST", route).status()).isEqualTo(200);
  }

  @Test
  void aChangedPasswordEndsTokensAndNoLongerSignsIn() {
    String email = "changing-" + System.nanoTime() + "@liveone.example";
    ApiClient before = account(email);
    int id =
        admin.get("api/admin/users").json().getJsonArray("data").stream()
            .map(user -> user.asJsonObject())
            .filter(user -> user.getString("email").equals(email))
            .findFirst()
            .orElseThrow()
            .getInt("id");

    Answer changed =
        admin.post(
            "api/admin/users",
            "{\"action\":\"password\",\"userId\":%d,\"password\":\"another one\"}".formatted(id));

    assertThat(changed.status()).isEqualTo(200);
    Answer old =
        nobody.post(
            "api/auth/token", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    Errors.assertError(old, 401, "INVALID_CREDENTIALS");
    Errors.assertError(before.get("api/account"), 401, "UNAUTHENTICATED");
  }

  @Test
  void guessingIsSlowedDown() {
    String guess =
        "{\"email\":\"guess-%d@liveone.example\",\"password\":\"guess\"}"
            .formatted(System.nanoTime());
    Answer last = nobody.post("api/auth/token", guess);
    for (int i = 0; i < 7 && last.status() == 401; i++) {
      last = nobody.post("api/auth/token", guess);
    }

    Errors.assertError(last, 429, "RATE_LIMITED");
    assertThat(Integer.parseInt(last.headers().get("Retry-After"))).isPositive();
  }

  private Answer call(ApiClient client, String method, String route) {
    String path = route.replace("{id}", "" + site.systemId());
    return method.equals("POST") ? client.post(path, "{}") : client.method(method, path);
  }
}
