package energy.liveone.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** axe-core finds nothing serious on any page, light and dark, wide and narrow. */
@SharedProduct
@ExtendWith(Chromium.class)
class AccessibilityIT {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private static final List<String> OPEN = List.of("", "sign-in", "sign-up", "forgot-password");

  private final Product product;
  private final Browser browser;

  AccessibilityIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @Test
  void nothingSeriousStandsInAnybodysWay() {
    Home home = Home.ofAdministrator(product, 880_051, "Everything", Duration.ofHours(6));
    product
        .api()
        .signedIn(home.email(), Home.PASSWORD)
        .post(
            "api/composite",
            "{\"name\":\"All\",\"slug\":\"all-of-it\",\"systemIds\":[%d]}"
                .formatted(home.systemId()));
    List<String> found = new ArrayList<>();
    for (Screen screen : Screen.values()) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (Visitor visitor = new Visitor(browser, screen, product.baseUri())) {
          visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
          for (String path : OPEN) {
            examine(visitor, path, screen + " " + theme, found);
          }
          visitor.openSignedIn("dashboard", home);
          for (String path : closed(home)) {
            examine(visitor, path, screen + " " + theme, found);
          }
          chooseUnfoldedPoints(visitor);
          look(visitor.page(), "setup?step=name", screen + " " + theme, found);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> closed(Home home) {
    return List.of(
        "dashboard",
        "system/" + home.alias(),
        "system/" + home.alias() + "/edit",
        "composite",
        "composite/all-of-it",
        "composite/all-of-it/edit",
        "setup",
        "setup?vendor=selectronic",
        "setup-done?id=" + home.systemId(),
        "connect?vendorType=enphase&problem=ACCESS_DENIED",
        "account",
        "admin",
        "admin/sessions",
        "admin/users",
        "admin/diagnostics",
        "admin/diagnostics?system=" + home.systemId(),
        "admin/database",
        "admin/jobs",
        "admin/audit",
        "problem/not-found");
  }

  /** The step of the wizard that only a form leads to. */
  private static void chooseUnfoldedPoints(Visitor visitor) {
    Page page = visitor.open("setup?vendor=fronius");
    page.locator("#c-siteId").fill("seen-by-axe");
    page.locator("#try").click();
    page.locator("#points summary").click();
  }

  private static void examine(Visitor visitor, String path, String mode, List<String> found) {
    look(visitor.open(path), path, mode, found);
  }

  private static void look(Page page, String path, String mode, List<String> found) {
    page.waitForLoadState(LoadState.LOAD);
    for (Rule rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
      if (SERIOUS.contains(rule.getImpact())) {
        rule.getNodes()
            .forEach(
                node ->
                    found.add(
                        "/%s (%s) %s: %s".formatted(path, mode, rule.getId(), node.getHtml())));
      }
    }
  }
}
