package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import energy.liveone.web.number.QuantityFormat;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cards tell the day that the API tells, and scripts draw it as the server does. */
@SharedProduct
@ExtendWith(Chromium.class)
class SystemCardsIT {
  private static final List<String> ENERGIES = List.of("solar_kwh", "load_kwh", "grid_import_kwh");

  @Test
  void aCardTellsTheDayAsTheApiDoesAndScriptsDrawItAlike(Product product, Browser browser) {
    Home home = Home.create(product, 884_071, "Told House", Duration.ofDays(1));
    ApiClient owner = product.api().signedIn(home.email(), Home.PASSWORD);
    // So that nothing comes in between two looks.
    product
        .admin()
        .post("api/admin/systems/" + home.systemId() + "/settings", "{\"status\":\"paused\"}");
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn("dashboard", home);
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> {
                page.reload();
                assertThat(told(page)).isEqualTo(daily(owner, home));
              });

      Locator card = page.locator(".system-card");
      assertThat(card.locator(".lamp-text")).hasText("paused");
      assertThat(card.locator(".sparkline")).hasAttribute("aria-hidden", "true");
      assertThat(drawnByScript(page)).isEqualTo(drawnByServer(page));
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static List<String> told(Page page) {
    return ENERGIES.stream()
        .map(key -> page.locator(".system-card [data-key=" + key + "] .number").textContent())
        .toList();
  }

  private static List<String> daily(ApiClient owner, Home home) {
    JsonArray days =
        owner
            .get(
                "api/data/historical?systemIds=%d&pointKeys=%s&aggregation=daily&range=24H"
                    .formatted(home.systemId(), String.join(",", ENERGIES)))
            .json()
            .getJsonArray("data");
    JsonObject today = days.getJsonObject(days.size() - 1);
    QuantityFormat format = new QuantityFormat(Locale.forLanguageTag("en-AU"));
    return ENERGIES.stream()
        .map(key -> format.of(today.getJsonNumber(key).doubleValue(), "kWh").number())
        .toList();
  }

  private static Object drawnByServer(Page page) {
    return page.locator(".system-card .sparkline")
        .evaluate(
            "svg => ['zero', 'area', 'line']"
                + ".map((name) => svg.querySelector('.sparkline-' + name).getAttribute('d'))");
  }

  private static Object drawnByScript(Page page) {
    return page.locator(".system-card")
        .evaluate(
            "async (card) => {"
                + " const root = document.querySelector('script[type=module]').src;"
                + " const load = (name) => import(root.replace('main.js', name));"
                + " const [{ draw }, api] = await Promise.all([load('sparkline.js'), load('api.js')]);"
                + " const [day] = (await api.today([card.dataset.system], ['solar_w', 'load_w'])).data;"
                + " const slots = (Date.parse(day.to) - Date.parse(day.from)) / 900000;"
                + " const paths = draw('powers', slots, day.means.solar_w, day.means.load_w);"
                + " return [paths.zero, paths.area, paths.line];"
                + "}");
  }
}
