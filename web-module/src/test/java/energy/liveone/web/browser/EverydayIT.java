package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to everybody: the network goes, the session ends, there is a second tab. */
@SharedProduct
@ExtendWith(Chromium.class)
class EverydayIT {
  private static final Pattern LIVE = Pattern.compile(".*/api/data/(latest|systems|flow|today).*");
  private static final String RANGE = "[data-range='6H']";

  private static Product product;
  private static Browser browser;
  private static Home home;

  @BeforeAll
  static void makeAHome(Product runningProduct, Browser chromium) {
    product = runningProduct;
    browser = chromium;
    home = Home.create(product, 882_041, "Everyday House", Duration.ofHours(12));
  }

  private static Visitor visitor() {
    return new Visitor(browser, Screen.DESKTOP, product.baseUri());
  }

  private static void signIn(Page page) {
    page.getByLabel("Email").fill(home.email());
    page.getByLabel("Password").fill(Home.PASSWORD);
    page.locator("#submit").click();
  }

  @Test
  void aLostNetworkIsSaidAndComesBackByItself() {
    try (Visitor visitor = visitor()) {
      Page page = visitor.openSignedIn("dashboard", home);
      assertThat(page.locator(".chart.is-drawn")).isVisible();
      assertThat(page.locator(".connection")).isHidden();

      page.context().setOffline(true);
      assertThat(page.locator(".connection")).isVisible();
      page.locator(RANGE).click();
      assertThat(page.locator(".chart-message")).containsText("could not be loaded");

      page.context().setOffline(false);
      assertThat(page.locator(".connection")).isHidden();
      page.locator(RANGE).click();
      assertThat(page.locator(".chart-message")).isHidden();
      assertThat(page.locator(".chart-summary")).not().isEmpty();
    }
  }

  @Test
  void whoseSessionEndedComesBackToWhereTheyWere() {
    try (Visitor visitor = visitor()) {
      Page page = visitor.openSignedIn("dashboard", home);
      assertThat(page.locator(".chart.is-drawn")).isVisible();
      // Live values ask by themselves and would find the end of the session before the reader does.
      // They wait for an answer: to abort one while the page is left would race with its end.
      page.route(LIVE, route -> {});
      page.context().clearCookies();

      page.locator(RANGE).click();
      page.waitForURL(Pattern.compile(".*/sign-in\\?from=.*"));
      signIn(page);

      page.waitForURL(Pattern.compile(".*/dashboard\\?range=6H.*"));
      assertThat(page.locator(RANGE)).hasAttribute("aria-pressed", "true");
    }
  }

  @Test
  void aSecondTabFollowsTheThemeAndTheEndOfTheSession() {
    try (Visitor visitor = visitor()) {
      Page first = visitor.openSignedIn("dashboard", home);
      Page second = first.context().newPage();
      second.navigate(first.url());
      assertThat(second.locator(".chart.is-drawn")).isVisible();

      first.locator("[data-theme-switch]").click();
      String theme = first.locator("html").getAttribute("data-theme");
      assertThat(second.locator("html")).hasAttribute("data-theme", theme);

      first.locator(".account summary").click();
      first.locator(".account button").click();
      assertThat(first.locator("h1")).containsText("roof");
      second.locator(RANGE).click();
      second.waitForURL(Pattern.compile(".*/sign-in\\?from=.*"));
    }
  }

  @Test
  void goingBackAfterSigningOutShowsNothingOfTheHouse() {
    try (Visitor visitor = visitor()) {
      Page page = visitor.openSignedIn("dashboard", home);
      assertThat(page.locator("h1")).hasText("Everyday House");
      page.locator(".account summary").click();
      page.locator(".account button").click();
      assertThat(page.locator("h1")).containsText("roof");

      page.goBack();

      assertThat(page.locator("#password")).isVisible();
      assertThat(page.content()).doesNotContain("Everyday House");
    }
  }
}
