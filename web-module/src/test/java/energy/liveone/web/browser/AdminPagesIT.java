package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators look at and do. */
@SharedProduct
@ExtendWith(Chromium.class)
class AdminPagesIT {
  private static final Pattern NUMBER = Pattern.compile("[0-9].*");

  private final Product product;
  private final Browser browser;

  AdminPagesIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @Test
  void systemsContactsVendorsAndDatabaseAreShownAndFiltered() {
    Home home = Home.ofAdministrator(product, 880_061, "Watched house", Duration.ofHours(2));
    product.admin().post("api/cron/poll", "{}");
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn("admin", home);
      page.locator("#q").fill("watched HOUSE");
      page.locator("form[role=search] button").click();
      assertThat(page.locator("#systems tbody tr")).hasCount(1);
      assertThat(page.locator("#systems tbody")).containsText(home.email());

      page.locator("#systems").getByText("Contacts with vendors").click();
      assertThat(page.locator("#system")).hasValue("" + home.systemId());
      assertThat(page.locator("#sessions tbody tr").first()).containsText("Watched house");
      page.locator("#sessions details").first().click();
      assertThat(page.locator("#sessions pre").first()).isVisible();
      assertThat(page.locator("#sessions")).not().containsText("pw-880061");
      page.locator("#code").selectOption("DUPLICATE");
      page.locator("form[role=search] button").click();
      assertThat(page.locator("#sessions")).hasCount(0);

      visitor.open("admin/diagnostics");
      assertThat(page.locator("#circuits")).containsText("selectronic");
      visitor.open("admin/database");
      assertThat(page.locator("#tables")).containsText("point_readings_agg_5m");
      assertThat(page.locator("#owed .number").first()).hasText(NUMBER);
      assertThat(page.locator("#partitions tbody tr").first()).containsText("until");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void oneSystemIsDiagnosedAndItsVendorAsked() {
    Home home = Home.ofAdministrator(product, 880_064, "Silent shed", Duration.ofHours(1));
    product.admin().post("api/cron/poll", "{}");
    try (Visitor visitor = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = visitor.openSignedIn("admin/diagnostics", home);
      page.locator("#system").fill("silent SHED");
      page.locator("form[role=search] button").click();
      assertThat(page.locator("#diag-title")).hasText("Silent shed");
      assertThat(page.locator("#schedule")).containsText("Failures in a row");
      assertThat(page.locator("#contacts tbody tr").first()).containsText("Done");
      assertThat(page.locator("#points")).containsText("solar_w");

      page.locator("#test button").click();
      assertThat(page.locator("#test [role=status]")).containsText("answered in");
      assertThat(page.locator("#test table")).containsText("solar_w");
      fault("PUT", "{\"authFail\":true}");
      page.locator("#test button").click();
      assertThat(page.locator("#test [data-result]")).containsText("AUTH_FAILED");
      fault("DELETE", "");
      assertThat(page.locator("main")).not().containsText("pw-880064");

      visitor.open("admin/diagnostics?system=nowhere");
      assertThat(page.locator("main")).containsText("No system has this number");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private void fault(String method, String body) {
    product.simulatorControl().method(method, "faults/selectronic/880064", body);
  }

  @Test
  void accountsAreAddedDisabledAndEnabled() {
    Home home = Home.ofAdministrator(product, 880_062, "Keeper's", Duration.ofHours(1));
    String email = "added-" + System.nanoTime() + "@liveone.example";
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn("admin/users", home);
      page.locator("#email").fill(email);
      page.locator("#password").fill("short");
      page.locator("#add").click();
      assertThat(page.locator(".notice.bad")).isVisible();
      page.locator("#password").fill(Home.PASSWORD);
      page.locator("#add").click();
      assertThat(page.locator(".notice")).containsText(email);

      page.getByLabel("Disable: " + email).click();
      assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(email)))
          .containsText("disabled");
      assertThat(signIn(email)).isEqualTo(401);
      page.getByLabel("Enable: " + email).click();
      assertThat(page.locator(".notice")).containsText("may sign in again");
      assertThat(signIn(email)).isEqualTo(200);
      assertThat(page.getByLabel("Disable: " + home.email())).hasCount(0);
    }
  }

  private int signIn(String email) {
    return product
        .api()
        .post(
            "api/auth/token",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Home.PASSWORD))
        .status();
  }

  @Test
  void theDailyJobIsStartedAndItsEndSeen() {
    Home home = Home.ofAdministrator(product, 880_063, "Summed up", Duration.ofHours(30));
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn("admin/jobs", home);
      page.locator("#catch-up").click();
      assertThat(page.locator(".notice")).containsText("is running");
      String execution = page.locator(".notice").innerText().replaceAll("[^0-9]", "");
      page.waitForCondition(
          () -> {
            page.reload();
            return page.locator(
                    "#jobs tr", new Page.LocatorOptions().setHasText("daily-aggregation"))
                .filter(
                    new com.microsoft.playwright.Locator.FilterOptions()
                        .setHas(page.locator("th:text-is('" + execution + "')")))
                .innerText()
                .contains("Done");
          });
    }
  }
}
