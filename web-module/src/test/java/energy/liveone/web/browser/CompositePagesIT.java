package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Joining systems to one home as people do it. */
@SharedProduct
@ExtendWith(Chromium.class)
class CompositePagesIT {
  private static final Duration HISTORY = Duration.ofHours(6);
  private static final Pattern NUMBER = Pattern.compile("[0-9].*");

  private final Product product;
  private final Browser browser;

  CompositePagesIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @Test
  void twoSystemsBecomeOneHomeThatIsArrangedAndDeleted() {
    Home home = Home.create(product, 880_071, "Front", HISTORY);
    home.another(product, 880_072, "Back", HISTORY);
    try (Visitor owner = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = owner.openSignedIn("composite", home);
      page.locator("#create").click();
      assertThat(page.locator("#name-error")).isVisible();
      page.locator("#name").fill("Zwei Häuser");
      page.getByLabel("Front").check();
      page.getByLabel("Back").check();
      page.locator("#create").click();

      page.waitForURL(Pattern.compile(".*/composite/zwei-hauser/edit\\?done=created"));
      page.locator("#co2").fill("a lot");
      page.locator("#name").fill("Both houses");
      page.locator("#save").click();
      assertThat(page.locator("#co2-error")).isVisible();
      assertThat(page.locator("#co2")).hasValue("a lot");
      assertThat(page.locator("#name")).hasValue("Both houses");
      page.locator("#co2").fill("430,5");
      page.locator("input[name^=kwh]").first().fill("13.5");
      page.locator("#save").click();
      page.waitForURL(Pattern.compile(".*done=saved"));
      assertThat(page.locator("#co2")).hasValue("430.5");
      assertThat(page.locator("input[name^=kwh]").first()).hasValue("13.5");

      Locator role = page.locator(".role-grid select").first();
      role.selectOption(new SelectOption().setLabel("No role"));
      page.locator("#save-roles").click();
      page.waitForURL(Pattern.compile(".*done=roles.*"));
      assertThat(page.locator(".role-grid select").first()).hasValue("none");

      owner.open("composite/zwei-hauser");
      assertThat(page.locator("h1")).hasText("Both houses");
      assertThat(page.locator("[data-role=load] .number")).hasText(NUMBER);
      assertThat(page.locator(".chart-summary")).not().isEmpty();
      assertThat(page.locator(".system-card")).hasCount(2);

      owner.open("dashboard");
      page.locator(".tabs").getByText("Both houses").click();
      assertThat(page.locator("h1")).hasText("Both houses");
      owner.open("composite/zwei-hauser/edit");
      page.locator("#confirm").fill("something else");
      page.locator("#delete").click();
      assertThat(page.locator("#confirm-error")).isVisible();
      page.locator("#confirm").fill("zwei-hauser");
      page.locator("#delete").click();
      page.waitForURL(Pattern.compile(".*/composite\\?done=deleted"));
      assertThat(page.locator(".home-row")).hasCount(0);
      assertThat(owner.complaints()).isEmpty();
    }
  }

  @Test
  void guestsWithALinkSeeTheSumAndNoMember() {
    Home home = Home.create(product, 880_073, "Quiet house", HISTORY);
    String made =
        product
            .api()
            .signedIn(home.email(), Home.PASSWORD)
            .post(
                "api/composite",
                "{\"name\":\"For all\",\"slug\":\"for-all\",\"systemIds\":[%d]}"
                    .formatted(home.systemId()))
            .body();
    assertThat(made).contains("\"slug\":\"for-all\"");
    try (Visitor owner = new Visitor(browser, Screen.DESKTOP, product.baseUri());
        Visitor guest = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = owner.openSignedIn("composite/for-all", home);
      page.locator("#link-label").fill("Neighbours");
      page.locator("#make-link").click();
      String url = page.locator("#shared-url").inputValue();

      Page seen = guest.open(url.substring(url.indexOf("/shared") + 1));
      assertThat(seen.locator("h1")).hasText("For all");
      assertThat(seen.locator("[data-role=load] .number")).hasText(NUMBER);
      assertThat(seen.locator(".chart-summary")).not().isEmpty();
      assertThat(seen.locator("body")).not().containsText("Quiet house");
      seen.locator("[data-range='6H']").click();
      assertThat(seen.locator(".chart-message")).isHidden();
      seen = guest.open(url.substring(url.indexOf("/shared") + 1) + "&kiosk=1");
      assertThat(seen.locator("h1")).hasText("For all");
      assertThat(seen.locator("[data-role=load] .number")).hasText(NUMBER);
      assertThat(seen.locator("header.top")).isHidden();
      assertThat(guest.complaints()).isEmpty();

      page.locator("#shares button").click();
      assertThat(page.locator("#shares")).hasCount(0);
      seen.reload();
      seen.waitForURL(Pattern.compile(".*/sign-in.*"));
    }
  }

  @Test
  void aCardKeepsItsOwnValuesWhileTheSystemAboveItIsRenewed() {
    Home home = Home.create(product, 880_074, "Above", HISTORY);
    Home other = home.another(product, 880_075, "Beside", HISTORY);
    try (Visitor owner = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = owner.openSignedIn("dashboard", home);
      String main = page.locator("main [data-system]").first().getAttribute("data-system");
      int beside = main.equals("" + home.systemId()) ? other.systemId() : home.systemId();

      for (int round = 0; round < 3; round++) {
        page.waitForResponse(
            answer -> answer.url().contains("/api/data/latest?systemId=" + main + "&"), () -> {});
      }

      String ofMain = page.locator("[data-role=load] .number").innerText();
      assertThat(
              page.locator(
                  ".system-card[data-system='%d'] [data-point=load_w] .number".formatted(beside)))
          .not()
          .hasText(ofMain);
    }
  }
}
