package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import energy.liveone.preference.PowerUnit;
import energy.liveone.preference.TemperatureUnit;
import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import energy.liveone.web.number.QuantityFormat;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How pages look is the reader's, and not the browser's. */
@SharedProduct
@ExtendWith(Chromium.class)
class AppearanceIT {
  private static final String TEMPERATURE = "battery_temp_c";

  private final Product product;
  private final Browser browser;
  private final String email = "looks-" + System.nanoTime() + "@liveone.example";
  private final ApiClient reader;

  AppearanceIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
    String account = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Home.PASSWORD);
    assertThat(product.admin().post("api/admin/users", account).status()).isEqualTo(201);
    reader = product.api().signedIn(email, Home.PASSWORD);
  }

  @Test
  void whatIsChosenOnceIsThereAtTheFirstPaintOfAnotherBrowser() {
    int system = systemWithThermometer();
    JsonObject told = latest(system).getJsonObject(TEMPERATURE);
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = signIn(visitor);
      page.locator("#prefer-language").selectOption("de");
      page.locator("#prefer-theme").selectOption("dark");
      page.locator("#prefer-temperature").selectOption("F");
      page.locator("#save-appearance").click();
      assertThat(page.locator("#appearance .notice")).hasText("Gespeichert.");
      assertThat(visitor.complaints()).isEmpty();
    }

    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.open("sign-in");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator("html")).hasAttribute("data-theme", "auto");
      signIn(visitor);

      visitor.open("system/" + system);

      String firstPaint = page.reload().text();
      assertThat(firstPaint).contains("lang=\"de\"", "data-theme=\"dark\"", "°F");
      QuantityFormat german =
          new QuantityFormat(Locale.GERMAN, PowerUnit.BY_SIZE, TemperatureUnit.FAHRENHEIT);
      double celsius = told.getJsonNumber("value").doubleValue();
      assertThat(page.locator("td[data-point='" + TEMPERATURE + "'] .number"))
          .hasText(german.of(celsius, "°C").number());
      assertThat(visitor.complaints()).isEmpty();
    }
    assertThat(latest(system).getJsonObject(TEMPERATURE)).isEqualTo(told);
    assertThat(told.getString("unit")).isEqualTo("°C");
  }

  /** Of a vendor that tells how warm the battery is. */
  private int systemWithThermometer() {
    int system =
        reader
            .post(
                "api/setup",
                "{\"vendorType\":\"solaredge\",\"displayName\":\"Cellar\","
                    + "\"displayTimezone\":\"Australia/Melbourne\",\"credentials\":"
                    + "{\"apiKey\":\"DEMO0SOLAREDGE0KEY\",\"siteId\":\"1482210\"}}")
            .json()
            .getInt("systemId");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(latest(system)).containsKey(TEMPERATURE));
    return system;
  }

  private JsonObject latest(int system) {
    return reader
        .get("api/data/latest?includeMetadata=true&systemId=" + system)
        .json()
        .getJsonObject("data");
  }

  @Test
  void theSwitchOfTheHeaderIsTheAccountsAndAnAddressIsOfOnePage() {
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = signIn(visitor);
      visitor.open("account?theme=light");
      assertThat(page.locator("html")).hasAttribute("data-theme", "light");
      assertThat(page.locator("#prefer-theme")).hasValue("auto");

      page.waitForResponse(
          answer -> answer.url().endsWith("/api/account/preferences") && answer.ok(),
          () -> page.locator("[data-theme-switch]").click());

      assertThat(preferred().getString("theme")).isEqualTo("dark");
      assertThat(page.url()).endsWith("/account");
      page.context().clearCookies(new ClearCookiesOptions().setName("theme"));
      page.reload();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void whatIsNoChoiceIsToldAtItsFieldAndTheRestStaysAsChosen() {
    try (Visitor visitor = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = signIn(visitor);
      page.evaluate("document.querySelector('#prefer-temperature [value=F]').value = 'K'");
      page.locator("#prefer-temperature").selectOption("K");
      page.locator("#prefer-theme").selectOption("dark");

      page.locator("#save-appearance").click();

      assertThat(page.locator("#prefer-temperature-error")).containsText("no such choice");
      assertThat(page.locator("#prefer-theme")).hasValue("dark");
      assertThat(preferred().get("theme")).isEqualTo(JsonValue.NULL);
    }
  }

  private JsonObject preferred() {
    return reader.get("api/account/preferences").json().getJsonObject("preferences");
  }

  private Page signIn(Visitor visitor) {
    Page page = visitor.open("account");
    page.getByLabel("Email").fill(email);
    page.getByLabel("Password").fill(Home.PASSWORD);
    page.locator("#submit").click();
    assertThat(page.locator("#prefer-theme")).isVisible();
    return page;
  }
}
