package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import energy.liveone.account.Authenticator;
import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in with a second factor, and the page of one's own account. */
@SharedProduct
@ExtendWith(Chromium.class)
class AccountPageIT {
  private final Product product;
  private final Browser browser;

  AccountPageIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @Test
  void aDeviceIsSetUpAskedForAndTurnedOff() {
    String email = account();
    try (Visitor visitor = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = signIn(visitor, email);
      page.locator("#factor-password").fill(Home.PASSWORD);
      page.locator("#begin").click();
      assertThat(page.locator("svg.qr path")).isVisible();
      Authenticator app = new Authenticator(page.locator("#secret").innerText());
      page.locator("#first-code").fill("000000");
      page.locator("#confirm").click();
      assertThat(page.locator(".notice.bad")).containsText("not right");
      assertThat(page.locator("svg.qr")).hasCount(0);
      page.locator("#first-code").fill(app.nextCode());
      page.locator("#confirm").click();
      assertThat(page.locator(".recovery-codes li")).hasCount(10);
      String recovery = page.locator(".recovery-codes li").first().innerText();
      page.locator("#everywhere").click();
      page.waitForURL(Pattern.compile(".*/sign-in"));

      password(page, email);
      assertThat(page.locator("#code")).isVisible();
      visitor.open("account");
      assertThat(page.locator("h1")).not().hasText("Your account");
      page.locator("#code").fill("000000");
      page.locator("#confirm").click();
      assertThat(page.locator(".notice.bad")).containsText("not right");
      page.locator("#code").fill(app.nextCode());
      page.locator("#confirm").click();
      assertThat(page.locator("h1")).hasText("Your account");

      page.locator("#on-password").fill(Home.PASSWORD);
      page.locator("#on-code").fill(recovery);
      page.locator("#disable").click();
      assertThat(page.locator("#begin")).isVisible();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aNewPasswordKeepsThisBrowserSignedIn() {
    String email = account();
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = signIn(visitor, email);
      page.locator("#old-password").fill(Home.PASSWORD);
      page.locator("#new-password").fill("eight green parrots");
      page.locator("#change").click();
      assertThat(page.locator(".notice")).containsText("All other devices are signed out");

      page.locator("#display-name").fill("Anna <b>Example</b>");
      page.locator("#save").click();

      assertThat(page.locator(".notice")).containsText("Saved");
      assertThat(page.locator("#display-name")).hasValue("Anna <b>Example</b>");
      ApiClient api = product.api().signedIn(email, "eight green parrots");
      assertThat(api.get("api/account").body()).contains("Anna");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void theWayInFitsTheScreenAndTellsNothing(Screen screen) {
    try (Visitor visitor = new Visitor(browser, screen, product.baseUri())) {
      Page page = visitor.open("forgot-password");
      page.getByLabel("Email").fill("nobody@liveone.example");
      page.locator("#submit").click();
      assertThat(page.locator(".notice")).containsText("If nobody@liveone.example has an account");
      for (String path :
          List.of(
              "sign-in", "sign-up", "welcome?token=x", "reset-password?token=x", "verify-email")) {
        visitor.open(path);
        Object width = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).as(path).isLessThanOrEqualTo(screen.width());
      }
      assertThat(page.locator(".notice.bad")).containsText("too old");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  @EnabledIfSystemProperty(named = "liveone.screenshots", matches = ".+")
  void picturesForPeople(Screen screen) {
    Path directory = Path.of(System.getProperty("liveone.screenshots"));
    String email = account();
    try (Visitor visitor = new Visitor(browser, screen, product.baseUri())) {
      for (String path : List.of("sign-in", "sign-up", "forgot-password", "reset-password")) {
        picture(visitor.open(path), directory, screen, path);
      }
      Page page = signIn(visitor, email);
      picture(page, directory, screen, "account");
      page.locator("#factor-password").fill(Home.PASSWORD);
      page.locator("#begin").click();
      assertThat(page.locator("svg.qr path")).isVisible();
      picture(page, directory, screen, "account-begun");
      Authenticator app = new Authenticator(page.locator("#secret").innerText());
      page.locator("#first-code").fill(app.nextCode());
      page.locator("#confirm").click();
      assertThat(page.locator(".recovery-codes li")).hasCount(10);
      picture(page, directory, screen, "account-codes");
      page.locator("#everywhere").click();
      page.waitForURL(Pattern.compile(".*/sign-in"));
      password(page, email);
      assertThat(page.locator("#code")).isVisible();
      picture(page, directory, screen, "sign-in-code");
    }
  }

  private static void picture(Page page, Path directory, Screen screen, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(directory.resolve(name + "-" + screen + ".png")));
  }

  private Page signIn(Visitor visitor, String email) {
    Page page = visitor.open("account");
    password(page, email);
    assertThat(page.locator("h1")).hasText("Your account");
    return page;
  }

  private static void password(Page page, String email) {
    page.getByLabel("Email").fill(email);
    page.getByLabel("Password").fill(Home.PASSWORD);
    page.locator("#submit").click();
  }

  private String account() {
    String email = "page-" + System.nanoTime() + "@liveone.example";
    ApiClient admin = product.admin();
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Home.PASSWORD);
    assertThat(admin.post("api/admin/users", body).status()).isEqualTo(201);
    return email;
  }
}
