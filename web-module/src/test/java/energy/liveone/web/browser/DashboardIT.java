package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SharedProduct
@ExtendWith(Chromium.class)
class DashboardIT {
  /** Two polls of the vendor, one of the page, and a slow machine. */
  private static final double NEW_VALUE_MS = 180_000;

  /** Enough for a month to be compared with the one before, in most of its days. */
  private static final Duration TWO_MONTHS = Duration.ofDays(75);

  private static Product product;
  private static Browser browser;
  private static Home home;

  @BeforeAll
  static void makeAHome(Product runningProduct, Browser chromium) {
    product = runningProduct;
    browser = chromium;
    home = Home.create(product, 880_001, "Parrot House", Duration.ofDays(2));
  }

  private static Visitor visitor(Screen screen) {
    return new Visitor(browser, screen, product.baseUri());
  }

  @Test
  void whoSignsInSeesAValueChange() {
    try (Visitor atTheDesk = visitor(Screen.DESKTOP);
        Visitor onThePhone = visitor(Screen.PHONE)) {
      List<Visitor> visitors = List.of(atTheDesk, onThePhone);
      List<String> first = visitors.stream().map(DashboardIT::firstLoad).toList();

      for (int i = 0; i < visitors.size(); i++) {
        Locator load = load(visitors.get(i));
        assertThat(load).not().hasText(first.get(i), notWithin(NEW_VALUE_MS));
        assertThat(load).containsText(Pattern.compile("\\d.*W"));
        assertThat(visitors.get(i).complaints()).isEmpty();
      }
    }
  }

  /**
   * The page asks by itself when it is told nothing, which would hide a stream that no browser
   * hears.
   */
  @Test
  void browsersHearTheStreamOfNewValues() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("dashboard", home);

      Object heard =
          page.evaluate(
              "async ({ url, limit }) => {"
                  + " const stream = new EventSource(url);"
                  + " const next = (name) => new Promise((done, fail) => {"
                  + "  stream.addEventListener(name, done);"
                  + "  setTimeout(() => fail(new Error(`no ${name}`)), limit);"
                  + " });"
                  + " const latest = next('latest');"
                  + " const { type } = await next('ready');"
                  + " const { data } = await latest;"
                  + " stream.close();"
                  + " return [type, data];"
                  + "}",
              Map.of(
                  "url", "/api/data/stream?systemIds=" + home.systemId(), "limit", NEW_VALUE_MS));

      assertThat(heard).isEqualTo(List.of("ready", "systemId=" + home.systemId()));
    }
  }

  private static Locator load(Visitor visitor) {
    return visitor.page().locator("[data-role=load] .live-value");
  }

  /** What the house takes, as it is shown first. */
  private static String firstLoad(Visitor visitor) {
    Page page = visitor.openSignedIn("dashboard", home);
    assertThat(page.locator("h1")).hasText("Parrot House");
    assertThat(page.locator(".chart.is-drawn")).isVisible();
    // The first value itself may still be on its way.
    assertThat(load(visitor)).containsText(Pattern.compile("\\d"), within(NEW_VALUE_MS));
    return load(visitor).innerText();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void nothingSticksOutOfTheScreen(Screen screen) {
    try (Visitor visitor = visitor(screen)) {
      Page page = visitor.openSignedIn("dashboard", home);
      for (String path : List.of("dashboard", "system/" + home.alias())) {
        visitor.open(path);
        assertThat(page.locator(".chart.is-drawn")).isVisible();

        Object width = page.evaluate("document.documentElement.scrollWidth");

        assertThat(((Number) width).intValue()).as(path).isLessThanOrEqualTo(screen.width());
      }
    }
  }

  @Test
  void aWrongPasswordIsSaidInWordsAndKeepsTheAddress() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.open("sign-in");
      page.getByLabel("Email").fill(home.email());
      page.getByLabel("Password").fill("not the password");
      page.locator("#submit").click();

      assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not fit together");
      assertThat(page.getByLabel("Email")).hasValue(home.email());
    }
  }

  @Test
  void signingInLeadsToNoOtherServer() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.open("sign-in?from=//evil.example/");
      page.getByLabel("Email").fill(home.email());
      page.getByLabel("Password").fill(Home.PASSWORD);
      page.locator("#submit").click();

      page.waitForURL("**/dashboard");
    }
  }

  @Test
  void theSystemsPageHasItsPointsAndContacts() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("system/" + home.alias(), home);

      assertThat(page.locator("h1")).hasText("Parrot House");
      assertThat(page.locator("tr", having("battery_soc"))).containsText("%");
      assertThat(page.locator(".side .facts")).containsText("Australia/Melbourne");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aSystemOfSomebodyElseLooksLikeNone() {
    Home stranger = Home.create(product, 880_002, "Owl House", Duration.ofHours(1));
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("dashboard", home);

      for (String name : List.of("" + stranger.systemId(), stranger.alias(), "99999", "a/b")) {
        visitor.open("system/" + name);
        assertThat(page.locator("h1")).hasText("There is nothing here");
      }
    }
  }

  @Test
  void keysMoveTheCursorAndRangesStandInTheAddress() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("dashboard", home);
      Locator chart = page.locator(".chart.is-drawn");
      chart.focus();
      chart.press("ArrowLeft");
      assertThat(page.locator(".chart-spoken")).containsText("House");
      assertThat(page.locator(".chart-tip")).isVisible();

      page.locator("[data-range='7D']").click();
      page.waitForURL(Pattern.compile(".*range=7D.*"));
      page.locator(".chart-card .chart-table summary").click();
      assertThat(page.locator(".chart-card .chart-table tbody tr").first()).containsText("W");

      page.reload();
      assertThat(page.locator("[data-range='7D']")).hasAttribute("aria-pressed", "true");
      page.goBack();
      assertThat(page.locator("[data-range='24H']")).hasAttribute("aria-pressed", "true");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void theEnergyFlowIsWrittenByTheServerAndFollowsTheChart() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("dashboard", home);
      String firstPaint = page.request().get(page.url()).text();
      assertThat(firstPaint)
          .containsPattern("data-cell=\"solar/all\">[0-9.,]+\u00a0kWh<")
          .containsPattern("id=\"flow-range-summary\">[0-9.,]+\u00a0kWh from ");

      Locator period = page.locator("[data-flow=range]");
      assertThat(period.locator(".flow-drawing.is-drawn")).isVisible();
      assertThat(period.locator("[data-figure=own] .number")).hasText(Pattern.compile("\\d+"));
      Locator used = period.locator("[data-cell='all/load']");
      String usedInADay = used.textContent();

      page.locator("[data-range='6H']").click();
      assertThat(period.locator(".flow-caption")).hasText("Last 6 hours");
      assertThat(used).not().hasText(usedInADay);
      assertThat(used).containsText("kWh");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void theChosenThemeIsThereAtTheNextFirstPaint() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.open("sign-in");
      page.locator("[data-theme-switch]").click();
      page.locator("[data-theme-switch]").click();

      page.reload();

      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
  }

  @Test
  void whoSignsOutIsOut() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("dashboard", home);
      page.locator(".account summary").click();
      page.locator(".account button").click();
      assertThat(page.locator("h1")).containsText("roof");

      visitor.open("dashboard");

      assertThat(page.locator("#password")).isVisible();
    }
  }

  @Test
  void theApiIsDescribedOnAPageForPeople() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.open("api/docs");

      assertThat(page.locator("#operations-data-latest")).containsText("/api/data/latest");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  /** Renews the pictures of the README: {@code -Dliveone.images=docs/images}. */
  @Test
  @EnabledIfSystemProperty(named = "liveone.images", matches = ".+")
  void picturesForTheReadme() {
    Home pictured = Home.ofAdministrator(product, 880_003, "Hill House", Duration.ZERO);
    pictured.rememberEachMinute(product, 880_003, TWO_MONTHS);
    Home second = pictured.another(product, 880_004, "Granny Flat", Duration.ZERO);
    second.rememberEachMinute(product, 880_004, Duration.ofDays(2));
    product
        .api()
        .signedIn(pictured.email(), Home.PASSWORD)
        .post(
            "api/composite",
            "{\"name\":\"Whole property\",\"slug\":\"whole\",\"systemIds\":[%d,%d]}"
                .formatted(pictured.systemId(), second.systemId()));
    awaitWholeDay(pictured);
    awaitWholeDay(second);
    picture(Screen.DESKTOP, "dashboard", pictured, "dashboard.png");
    picture(Screen.PHONE, "dashboard", pictured, "dashboard-phone.png");
    LocalDate lastMonth = LocalDate.now(ZoneId.of("Australia/Melbourne")).minusMonths(1);
    plain(
        "system/%s?range=month&on=%s&compare=1".formatted(pictured.alias(), lastMonth),
        pictured,
        "system.png",
        ".key-before");
    picture(Screen.DESKTOP, "composite/whole", pictured, "composite.png");
    plain("composite/whole/edit", pictured, "composite-edit.png", "h1");
    plain("setup", pictured, "setup.png", "h1");
    plain("admin/sessions", pictured, "admin-sessions.png", "h1");
  }

  /** Until what was imported is worked into the sums. */
  private static void awaitWholeDay(Home home) {
    String query = "api/data/flow?range=24H&systemId=" + home.systemId();
    await()
        .atMost(Duration.ofMinutes(5))
        .until(
            () -> {
              JsonObject day = product.admin().get(query).json().getJsonObject("range");
              return day.getInt("coveredS") > 86_000 && day.getInt("estimatedS") < 600;
            });
  }

  /** A picture of what fits on the screen, once something is seen that comes last. */
  private static void plain(String path, Home home, String file, String last) {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      visitor.openSignedIn("account", home);
      Page page = visitor.open(path);
      assertThat(page.locator(last).first()).isVisible();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(System.getProperty("liveone.images"), file)));
    }
  }

  private static void picture(Screen screen, String path, Home home, String file) {
    try (Visitor visitor = visitor(screen)) {
      Page page = visitor.openSignedIn(path, home);
      assertThat(page.locator("[data-role=load] .live-value"))
          .containsText(Pattern.compile("\\d"), within(NEW_VALUE_MS));
      visitor.open(path);
      assertThat(page.locator(".chart.is-drawn")).isVisible();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(System.getProperty("liveone.images"), file))
              .setFullPage(screen == Screen.DESKTOP));
    }
  }

  private static LocatorAssertions.ContainsTextOptions within(double ms) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(ms);
  }

  private static LocatorAssertions.HasTextOptions notWithin(double ms) {
    return new LocatorAssertions.HasTextOptions().setTimeout(ms);
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
