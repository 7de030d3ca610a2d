package energy.liveone.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.api.Errors;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import energy.liveone.product.SignInForm;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request passes before anybody looks at who sends it. */
@SharedProduct
class GateIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MORE_THAN_A_BURST = 200;

  private final Product product;
  private final ApiClient nobody;

  GateIT(Product product) {
    this.product = product;
    this.nobody = product.api();
  }

  private ApiClient browser() {
    return new SignInForm(nobody).signedIn(Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sign-in",
        "dashboard",
        "api/data/systems",
        "api/no-such-thing",
        "no-such-page",
        "assets/css/app.css",
        "assets/no-such.css",
        "health/live",
      })
  void everyAnswerHasItsHeaders(String path) {
    Answer answer = nobody.get(path);

    assertThat(answer.headers())
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Referrer-Policy", "same-origin")
        .doesNotContainKeys("Server", "X-Powered-By", "Strict-Transport-Security");
    assertThat(answer.headers().get("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void behindTlsItIsDemandedFromNowOnAndCookiesAreForItOnly() {
    Answer answer =
        nobody
            .withHeader("X-Forwarded-For", "198.51.100.5")
            .withHeader("X-Forwarded-Proto", "https")
            .get("sign-in");

    assertThat(answer.headers()).containsEntry("Strict-Transport-Security", "max-age=31536000");
    assertThat(answer.headers().get("Set-Cookie"))
        .contains("Secure")
        .contains("HttpOnly")
        .containsIgnoringCase("SameSite=Lax");
  }

  @Test
  void aFormOfAnotherSiteSignsNobodyIn() {
    SignInForm page = new SignInForm(nobody.withHeader("Sec-Fetch-Site", "cross-site"));

    Answer answer =
        page.submit(nobody.get("sign-in"), Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD, "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void aCookieAloneChangesNothingUnlessThePageIsOurs() {
    ApiClient browser = browser();
    String own = product.baseUri().toString().replaceAll("/$", "");

    for (ApiClient foreign :
        Stream.of(
                browser,
                browser.withHeader("Origin", "https://evil.example"),
                browser.withHeader("Origin", "null"),
                browser.withHeader("Sec-Fetch-Site", "same-site"))
            .toList()) {
      Errors.assertError(foreign.post("api/setup", "{}"), 403, "CROSS_SITE");
    }
    assertThat(browser.withHeader("Origin", own).post("api/setup", "{}").status()).isEqualTo(400);
    assertThat(browser.get("api/data/systems").status()).isEqualTo(200);
    assertThat(product.admin().post("api/setup", "{}").status())
        .as("with a token of its own")
        .isEqualTo(400);
  }

  @Test
  void pagesAreReadAndSubmittedButNothingElse() {
    Answer put = browser().method("PUT", "dashboard");

    assertThat(put.status()).isEqualTo(405);
    assertThat(nobody.method("DELETE", "sign-in").status()).isEqualTo(405);
    assertThat(nobody.method("TRACE", "sign-in").status()).isEqualTo(405);
  }

  @Test
  void deletingMayHaveABody() {
    Errors.assertError(nobody.method("DELETE", "api/account", "{}"), 401, "UNAUTHENTICATED");
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    String form = "email=" + "x".repeat(300_000);

    assertThat(nobody.post("sign-in", FORM, form).status()).isEqualTo(413);
    assertThat(nobody.get("sign-in?" + "a=1&".repeat(200)).status()).isEqualTo(400);
    assertThat(nobody.get("sign-in?from=" + "x".repeat(6_100)).status()).isEqualTo(414);
    assertThat(nobody.post("sign-in", "multipart/form-data; boundary=b", "--b--").status())
        .isEqualTo(415);
  }

  @Test
  void redirectsAreToPathsOfOurs() {
    assertThat(nobody.get("dashboard").headers().get("Location")).startsWith("/sign-in");
    Answer signedIn =
        new SignInForm(nobody)
            .submit(
                nobody.get("sign-in"),
                Product.ADMIN_EMAIL,
                Product.ADMIN_PASSWORD,
                "//evil.example/dashboard");
    assertThat(signedIn.headers().get("Location")).isEqualTo("/dashboard");
  }

  @Test
  void mistakesTellNothingOfTheInside() {
    Answer page = nobody.get("no-such-page.xhtml");
    assertThat(page.body())
        .doesNotContainIgnoringCase("payara")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    Errors.assertError(nobody.get("api/no-such-thing"), 404, "NOT_FOUND");
  }

  @Test
  void whoAsksForMailsInALoopIsToldToWaitAndOthersAreNot() {
    ApiClient looping = nobody.withHeader("X-Forwarded-For", "203.0.113.77");
    Answer last =
        Stream.generate(() -> looping.post("api/auth/verify-email", "{}"))
            .limit(MORE_THAN_A_BURST)
            .filter(answer -> answer.status() == 429)
            .findFirst()
            .orElseThrow();

    Errors.assertError(last, 429, "RATE_LIMITED");
    assertThat(Integer.parseInt(last.headers().get("Retry-After"))).isPositive();
    assertThat(
            nobody
                .withHeader("X-Forwarded-For", "198.51.100.4")
                .post("api/auth/verify-email", "{}")
                .status())
        .isEqualTo(400);
  }
}
