package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Owners arrange the points of their systems; everybody who sees the system sees them so. */
@SharedProduct
@ExtendWith(Chromium.class)
class ArrangePointsIT {
  private static Product product;
  private static Browser browser;
  private static Home viewer;

  @BeforeAll
  static void makeAViewer(Product runningProduct, Browser chromium) {
    product = runningProduct;
    browser = chromium;
    viewer = Home.create(product, 883_061, "Viewer's own", Duration.ZERO);
  }

  @Test
  void aTileStaysWhereItIsPutForEverybodyUntilItIsTakenBack() throws SQLException {
    Home home = Home.create(product, 883_062, "Tidy House", Duration.ZERO);
    share(home);
    try (Visitor owner = new Visitor(browser, Screen.DESKTOP, product.baseUri());
        Visitor guest = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = owner.openSignedIn("dashboard", home);
      List<String> first = order(page);
      arrange(page);
      tile(page, "battery_soc").scrollIntoViewIfNeeded();
      BoundingBox from = tile(page, "solar_w").boundingBox();
      BoundingBox to = tile(page, "battery_soc").boundingBox();
      page.mouse().move(from.x + 40, from.y + 20);
      page.mouse().down();
      page.mouse().move(to.x + 30, to.y + 20, new Mouse.MoveOptions().setSteps(6));
      page.mouse().up();
      assertThat(page.locator(".points-status")).hasText("Saved");
      List<String> dragged = order(page);
      assertThat(dragged).isNotEqualTo(first);
      assertThat(dragged.indexOf("solar_w")).isEqualTo(first.indexOf("battery_soc"));

      page.locator("[data-point=solar_w] .point-grip").press("Home");
      assertThat(page.locator(".point-grid p[role=status]"))
          .hasText("Solar, place 1 of " + first.size());
      assertThat(page.locator("[data-point=solar_w] .point-grip")).isFocused();
      assertThat(order(page)).isEqualTo(first);
      page.locator("[data-point=fault_time] .point-hide").click();
      assertThat(page.locator(".points-hidden button")).hasText("Fault time");
      assertThat(seriousFaults(page)).isEmpty();
      takeBack(page);
      takeBack(page);
      assertThat(page.locator(".points-hidden button")).hasCount(0);
      assertThat(order(page)).isEqualTo(dragged);
      page.getByText("Done", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[data-arrange]")).isFocused();
      page.reload();
      assertThat(order(page)).isEqualTo(dragged);

      Page seen = guest.openSignedIn("dashboard", viewer);
      assertThat(seen.locator("[data-arrange]")).isVisible();
      guest.open("dashboard?system=" + home.systemId());
      assertThat(seen.locator("h1")).hasText("Tidy House");
      assertThat(order(seen)).isEqualTo(dragged);
      assertThat(seen.locator("[data-arrange]")).hasCount(0);
      assertThat(owner.complaints()).isEmpty();
      assertThat(guest.complaints()).isEmpty();
    }
  }

  @Test
  void aFingerDragsByTheHandleAndWhatCannotBeSavedIsPutBack() {
    Home home = Home.create(product, 883_063, "Touched House", Duration.ZERO);
    try (Visitor visitor = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = visitor.openSignedIn("dashboard", home);
      List<String> first = order(page);
      arrange(page);
      page.locator("[data-point=load_w] .point-handle").scrollIntoViewIfNeeded();
      BoundingBox from = page.locator("[data-point=load_w] .point-handle").boundingBox();
      BoundingBox to = tile(page, "solar_w").boundingBox();
      CDPSession fingers = page.context().newCDPSession(page);
      touch(fingers, "touchStart", from.x + from.width / 2, from.y + from.height / 2);
      touch(fingers, "touchMove", from.x, from.y - 20);
      touch(fingers, "touchMove", to.x + to.width / 2, to.y + to.height / 2);
      fingers.send("Input.dispatchTouchEvent", event("touchEnd", new JsonArray()));
      assertThat(page.locator(".points-status")).hasText("Saved");
      List<String> dragged = order(page);
      assertThat(dragged.indexOf("load_w")).isZero();
      assertThat(dragged).hasSameSizeAs(first);

      page.route("**/points", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
      page.locator("[data-point=load_w] .point-grip").press("ArrowRight");
      assertThat(page.locator(".points-status")).containsText("could not be saved");
      assertThat(order(page)).isEqualTo(dragged);
    }
  }

  @Test
  void onlyTheNumbersBetweenTheTwoPlacesChange() {
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Object changed =
          visitor
              .open("sign-in")
              .evaluate(
                  "async () => {"
                      + " const root = document.querySelector('script[type=module]').src;"
                      + " const { changes, moved } ="
                      + "  await import(root.replace('main.js', 'point-arrange-order.js'));"
                      + " const points = ['a0', 'b10', 'h20', 'c30', 'd40', 'e40', 'f50'].map((each) =>"
                      + "  ({ pointKey: each[0], displayOrder: Number(each.slice(1)), active: true,"
                      + "    visible: each[0] !== 'h' }));"
                      + " const told = (key, to) => changes(points, moved(points, key, to))"
                      + "  .map(({ pointKey, displayOrder }) => pointKey + displayOrder).join(' ');"
                      + " return [told('b', 2), told('c', 0), told('c', 4), told('a', 0)];"
                      + "}");

      assertThat(changed).isEqualTo(List.of("h10 c20 b30", "c0 a10 b20 h30", "d30 c41", ""));
    }
  }

  private static List<String> seriousFaults(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(Rule::getId)
            .toList();
  }

  private static Locator tile(Page page, String key) {
    return page.locator(".points .point[data-point=" + key + "]");
  }

  @SuppressWarnings("unchecked") // what the script says it is
  private static List<String> order(Page page) {
    return (List<String>)
        page.locator(".points .point").evaluateAll("tiles => tiles.map(t => t.dataset.point)");
  }

  private static void takeBack(Page page) {
    page.getByText("Undo", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".points-status")).hasText("Saved");
  }

  private static void touch(CDPSession fingers, String type, double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    points.add(point);
    fingers.send("Input.dispatchTouchEvent", event(type, points));
  }

  private static JsonObject event(String type, JsonArray points) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    return event;
  }

  private static void share(Home home) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement grant =
            connection.prepareStatement(
                "INSERT INTO access_grants (kind, system_id, account_id, created_at)"
                    + " SELECT 'VIEWER', ?, id, UTC_TIMESTAMP(3) FROM accounts WHERE email = ?")) {
      grant.setInt(1, home.systemId());
      grant.setString(2, viewer.email());
      grant.executeUpdate();
    }
  }

  /** The mode begins when what it needs is loaded. */
  private static void arrange(Page page) {
    page.locator("[data-arrange]").click();
    assertThat(page.locator(".point-grid.is-arranging")).isVisible();
  }
}
