package energy.liveone.web.security;

import static energy.liveone.product.SignInForm.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import energy.liveone.product.SignInForm;
import org.junit.jupiter.api.Test;

/** Signing in on the page, as a browser without scripts does it. */
@SharedProduct
class SignInIT {
  private final ApiClient nobody;
  private final SignInForm form;

  SignInIT(Product product) {
    nobody = product.api();
    form = new SignInForm(nobody);
  }

  @Test
  void signingInChangesTheSessionAndLeadsBack() {
    Answer page = nobody.get("sign-in?from=%2Fdashboard%3Frange%3D7D");
    String before = cookieOf(page);

    Answer answer =
        form.submit(page, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD, "/dashboard?range=7D");

    assertThat(answer.status()).isIn(302, 303);
    assertThat(answer.headers().get("Location")).endsWith("/dashboard?range=7D");
    String after = cookieOf(answer);
    assertThat(after).isNotEqualTo(before);
    assertThat(nobody.withHeader("Cookie", after).get("api/data/systems").status()).isEqualTo(200);
    assertThat(nobody.withHeader("Cookie", before).get("api/data/systems").status()).isEqualTo(401);
  }

  @Test
  void theCookieIsForThisSiteAndNotForScripts() {
    Answer page = nobody.get("sign-in");

    assertThat(page.headers().get("Set-Cookie"))
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .doesNotContain("Domain=");
  }

  @Test
  void aWrongPasswordSignsNobodyIn() {
    Answer page = nobody.get("sign-in");

    Answer answer = form.submit(page, Product.ADMIN_EMAIL, "wrong", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(nobody.withHeader("Cookie", cookieOf(page)).get("api/data/systems").status())
        .isEqualTo(401);
  }

  @Test
  void aPlantedTargetIsNotFollowed() {
    Answer page = nobody.get("sign-in?from=https%3A%2F%2Fevil.example%2F");

    Answer answer =
        form.submit(page, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD, "https://evil.example/");

    assertThat(answer.headers().get("Location")).endsWith("/dashboard");
  }
}
