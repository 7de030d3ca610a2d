package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Adding a system, and changing it, as people do it. */
@SharedProduct
@ExtendWith(Chromium.class)
class SetupPagesIT {
  private static final int WIZARD = 880_041;
  private static final int CHANGED = 880_042;
  private static final int OTHER = 880_043;
  private static final Pattern NUMBER = Pattern.compile("[0-9\u2212].*");

  private final Product product;
  private final Browser browser;

  SetupPagesIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  private Home person(int number) {
    String email = "wizard" + number + "@liveone.example";
    product
        .admin()
        .post(
            "api/admin/users",
            "{\"email\":\"%s\",\"displayName\":\"Wizard\",\"password\":\"%s\"}"
                .formatted(email, Home.PASSWORD));
    return new Home(email, 0, "");
  }

  @Test
  void credentialsAreTriedAndTheirValuesShownBeforeTheSystemIsNamed() {
    Home.order(product, WIZARD);
    Home person = person(WIZARD);
    try (Visitor visitor = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = visitor.openSignedIn("dashboard", person);
      page.locator(".empty .button").click();
      page.getByText("Selectronic", new Page.GetByTextOptions().setExact(true)).click();
      page.locator("#try").click();
      assertThat(page.locator("#c-email-error")).isVisible();
      page.locator("#c-email").fill("fleet" + WIZARD + "@sim.example");
      page.locator("#c-password").fill("a wrong one");
      page.locator("#c-systemNumber").fill("" + WIZARD);
      page.locator("#try").click();
      assertThat(page.locator(".notice.bad")).containsText("rejects these credentials");
      assertThat(page.locator("#c-email")).hasValue("fleet" + WIZARD + "@sim.example");
      assertThat(page.locator("#c-password")).hasValue("");
      page.locator("#c-password").fill("pw-" + WIZARD);
      page.locator("#try").click();

      page.waitForURL(Pattern.compile(".*step=name"));
      assertThat(page.locator("#told .number").first()).hasText(NUMBER);
      assertThat(page.locator("body")).not().containsText("pw-" + WIZARD);
      page.locator("#name").fill("Haus am Südhang");
      page.locator("#alias").fill("Not An Alias");
      page.locator("#add").click();
      assertThat(page.locator("#alias-error")).isVisible();
      assertThat(page.locator("#name")).hasValue("Haus am Südhang");
      page.locator("#alias").fill("sudhang");
      page.locator("#zone").fill("Australia/Adelaide");
      page.locator("#add").click();

      assertThat(page.locator("h1")).containsText("Haus am Südhang");
      product.admin().post("api/cron/poll", "{}");
      assertThat(page.locator(".points .number").first())
          .hasText(NUMBER, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
      page.locator(".form-acts .primary").click();
      page.waitForURL(Pattern.compile(".*/system/sudhang"));
      visitor.open("setup?vendor=selectronic&step=name");
      assertThat(page.locator("#try")).isVisible();
    }
  }

  @Test
  void theKeyOfADeviceIsShownOnceAndOpensItsPush() {
    Home person = person(OTHER);
    String site = "wizard-" + System.nanoTime();
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn("setup", person);
      page.getByText("Fronius", new Page.GetByTextOptions().setExact(true)).click();
      page.locator("#c-siteId").fill(site);
      page.locator("#try").click();
      page.locator("#zone").fill("Europe/Vienna");
      page.locator("#add").click();

      String key = page.locator("#push-key").innerText();
      assertThat(page.locator("#push-address")).containsText("/api/push/fronius");
      ApiClient api = product.api();
      assertThat(
              api.post(
                      "api/push/fronius",
                      "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"action\":\"test\"}"
                          .formatted(site, key))
                  .status())
          .isEqualTo(200);
      page.reload();
      assertThat(page.locator("#push-key")).hasCount(0);
      assertThat(page.locator("body")).not().containsText(key);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void anOwnerRenamesPausesArrangesAndDeletesASystem() {
    Home home = Home.create(product, CHANGED, "Old name", Duration.ofHours(2));
    String path = "system/" + home.alias() + "/edit";
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn(path, home);
      page.locator("#name").fill("");
      page.locator("#save").click();
      assertThat(page.locator("#name-error")).isVisible();
      page.locator("#name").fill("New name");
      page.locator("#save").click();
      page.waitForURL(Pattern.compile(".*done=saved"));
      page.locator("#turn").click();
      page.waitForURL(Pattern.compile(".*done=paused"));
      page.locator("#turn").click();
      page.waitForURL(Pattern.compile(".*done=resumed"));

      page.locator("input[name='label-solar_w']").fill("All panels");
      page.locator("input[name='shown-battery_w']").uncheck();
      page.locator("#save-points").click();
      page.waitForURL(Pattern.compile(".*done=points.*"));
      visitor.open("dashboard");
      assertThat(page.locator(".points [data-point=solar_w] dt")).containsText("All panels");
      assertThat(page.locator(".points [data-point=battery_w]")).hasCount(0);

      visitor.open(path);
      page.locator("#c-email").fill("fleet" + CHANGED + "@sim.example");
      page.locator("#c-password").fill("a wrong one");
      page.locator("#c-systemNumber").fill("" + CHANGED);
      page.locator("#replace").click();
      assertThat(page.locator("#credentials .notice.bad")).isVisible();
      page.locator("#c-email").fill("fleet" + CHANGED + "@sim.example");
      page.locator("#c-password").fill("pw-" + CHANGED);
      page.locator("#c-systemNumber").fill("" + CHANGED);
      page.locator("#replace").click();
      page.waitForURL(Pattern.compile(".*done=credentials"));

      page.locator("#confirm").fill("Old name");
      page.locator("#delete").click();
      assertThat(page.locator("#confirm-error")).isVisible();
      page.locator("#confirm").fill("New name");
      page.locator("#delete").click();
      page.waitForURL(Pattern.compile(".*/dashboard"));
      assertThat(page.locator(".empty")).isVisible();
    }
  }
}
