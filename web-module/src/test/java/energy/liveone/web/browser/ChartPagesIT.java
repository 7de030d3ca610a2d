package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What people ask a chart for: periods of the calendar, comparison, single points, days of a year.
 */
@SharedProduct
@ExtendWith(Chromium.class)
class ChartPagesIT {
  private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
  private static final Pattern KWH = Pattern.compile("[0-9.,]+\u00a0kWh");

  private static Product product;
  private static Browser browser;
  private static Home home;

  @BeforeAll
  static void makeAHome(Product runningProduct, Browser chromium) {
    product = runningProduct;
    browser = chromium;
    home = Home.create(product, 881_031, "Chart House", Duration.ofDays(3));
  }

  private static Visitor visitor(Screen screen) {
    return new Visitor(browser, screen, product.baseUri());
  }

  private static String path(String query) {
    return "system/" + home.alias() + query;
  }

  private static Locator drawn(Page page) {
    Locator chart = page.locator(".chart.is-drawn");
    assertThat(chart).isVisible();
    return chart;
  }

  private static LocalDate today() {
    return Instant.now().atZone(ZONE).toLocalDate();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void calendarPeriodsStandInTheAddressAndAreTurnedLikePages(Screen screen) {
    try (Visitor visitor = visitor(screen)) {
      Page page = visitor.openSignedIn("system/" + home.alias(), home);
      drawn(page);
      page.locator(".chart-tools [data-range=day]").click();
      page.waitForURL(Pattern.compile(".*range=day.*"));
      assertThat(page.locator("[data-turn='1']")).isDisabled();

      page.locator("[data-turn='-1']").click();
      page.waitForURL(Pattern.compile(".*on=" + today().minusDays(1) + ".*"));
      assertThat(page.locator("[data-on]")).hasValue(today().minusDays(1).toString());
      assertThat(page.locator(".chart-summary")).containsText("kWh");
      assertThat(page.locator(".flow-caption").last())
          .containsText(String.valueOf(today().getYear()));

      page.locator(".chart-tools [data-range=month]").click();
      assertThat(page.locator("[data-step]")).hasValue("daily");
      page.goBack();
      assertThat(page.locator(".chart-tools [data-range=day]"))
          .hasAttribute("aria-pressed", "true");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void thePeriodBeforeIsComparedInChartAndStatistics() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("system/" + home.alias(), home);
      visitor.open(path("?range=day&on=" + today().minusDays(1)));
      drawn(page);
      Locator energy = page.locator("[data-stat='solar/energy']");
      assertThat(energy).hasText(KWH);
      assertThat(page.locator("[data-stat='solar/before']")).isHidden();
      String firstPaint = page.request().get(page.url()).text();
      assertThat(firstPaint).contains("data-stat=\"solar/energy\">" + energy.textContent() + "<");

      page.locator("[data-compare]").check();

      assertThat(page.locator("[data-stat='solar/before']")).hasText(KWH);
      assertThat(page.locator("[data-stat='solar/change']")).containsText("%");
      assertThat(page.locator(".key-before")).isVisible();
      assertThat(page.url()).contains("compare=1");
      page.reload();
      assertThat(page.locator("[data-stat='solar/before']")).hasText(KWH);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void singlePointsAreDrawnAndKeptInTheAddress() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("system/" + home.alias(), home);
      drawn(page);
      page.locator(".chart-points summary").click();
      page.locator(".chart-points input[value=solar_w]").check();
      page.locator(".chart-points input[value=battery_soc]").check();
      page.waitForURL(Pattern.compile(".*points=solar_w,battery_soc.*"));
      page.reload();

      drawn(page);
      assertThat(page.locator(".legend button")).hasCount(2);
      page.locator(".chart-card .chart-table summary").click();
      assertThat(page.locator(".chart-card .chart-table thead")).containsText("Solar");
      assertThat(page.locator(".chart-card .chart-table tbody td").nth(1)).containsText("%");
      page.locator(".chart-points summary").click();
      page.locator("[data-points-none]").click();
      assertThat(page.locator(".legend")).containsText("House");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void wheelAndKeysZoomAndPanAndEscapeGoesBack() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("system/" + home.alias(), home);
      Locator chart = drawn(page);
      Locator whole = page.locator("[data-zoom-out]");
      chart.hover();
      Mouse mouse = page.mouse();
      mouse.wheel(0, -200);
      assertThat(whole).isHidden();

      chart.scrollIntoViewIfNeeded();
      chart.hover();
      page.keyboard().down("Control");
      mouse.wheel(0, -400);
      page.keyboard().up("Control");
      assertThat(whole).isVisible();
      chart.focus();
      chart.press("Alt+ArrowLeft");
      chart.press("Escape");
      assertThat(whole).isHidden();

      chart.press("PageUp");
      page.waitForURL(Pattern.compile(".*end=\\d+.*"));
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aDayOfTheCalendarLeadsToItsChart() {
    try (Visitor visitor = visitor(Screen.DESKTOP)) {
      Page page = visitor.openSignedIn("system/" + home.alias(), home);
      Locator calendar = page.locator(".calendar");
      calendar.scrollIntoViewIfNeeded();
      assertThat(page.locator(".calendar.is-drawn")).isVisible();
      assertThat(page.locator("#calendar-summary")).containsText("kWh");
      calendar.focus();
      calendar.press("ArrowUp");
      assertThat(page.locator(".calendar-day")).containsText(KWH);
      calendar.press("Enter");

      page.waitForURL(Pattern.compile(".*range=day.*"));
      assertThat(page.locator(".chart-tools [data-range=day]"))
          .hasAttribute("aria-pressed", "true");
      page.locator(".calendar-card .chart-table summary").click();
      assertThat(page.locator(".calendar-card .chart-table tbody td").first()).hasText(KWH);
      assertThat(visitor.complaints()).isEmpty();
    }
  }
}
