package energy.liveone.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Signing in on the page, as a browser without scripts does it. */
@SharedProduct
class SignInIT {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");

  private final ApiClient nobody;

  SignInIT(Product product) {
    nobody = product.api();
  }

  @Test
  void signingInChangesTheSessionAndLeadsBack() {
    Answer page = nobody.get("sign-in?from=%2Fdashboard%3Frange%3D7D");
    String before = cookieOf(page);

    Answer answer = submit(page, before, Product.ADMIN_PASSWORD, "/dashboard?range=7D");

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

    Answer answer = submit(page, cookieOf(page), "wrong", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(nobody.withHeader("Cookie", cookieOf(page)).get("api/data/systems").status())
        .isEqualTo(401);
  }

  @Test
  void aPlantedTargetIsNotFollowed() {
    Answer page = nobody.get("sign-in?from=https%3A%2F%2Fevil.example%2F");

    Answer answer = submit(page, cookieOf(page), Product.ADMIN_PASSWORD, "https://evil.example/");

    assertThat(answer.headers().get("Location")).endsWith("/dashboard");
  }

  private Answer submit(Answer page, String cookie, String password, String from) {
    Matcher state = VIEW_STATE.matcher(page.body());
    assertThat(state.find()).isTrue();
    Map<String, String> fields =
        Map.of(
            "form",
            "form",
            "email",
            Product.ADMIN_EMAIL,
            "password",
            password,
            "from",
            from,
            "submit",
            "submit",
            "jakarta.faces.ViewState",
            state.group(1));
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return nobody
        .withHeader("Cookie", cookie)
        .post("sign-in", "application/x-www-form-urlencoded", body);
  }

  private static String cookieOf(Answer answer) {
    return answer.headers().get("Set-Cookie").replaceAll(";.*", "");
  }
}
