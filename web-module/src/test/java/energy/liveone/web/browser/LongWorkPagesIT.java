package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work that takes a while says how far it is, and what was changed can be taken back. */
@SharedProduct
@ExtendWith(Chromium.class)
class LongWorkPagesIT {
  private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration NONE = Duration.ZERO;

  private final Product product;
  private final Browser browser;

  LongWorkPagesIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @Test
  void anEarlierPastIsFetchedAndItsProgressSeen() {
    Home home = Home.create(product, 885_091, "Old house", NONE);
    int system = solarEdge(product.api().signedIn(home.email(), Home.PASSWORD));
    LocalDate first = LocalDate.now(ZONE).minusDays(20);
    try (Visitor owner = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = owner.openSignedIn("system/" + system + "/edit", home);
      assertThat(page.locator("#history .form-lead")).containsText("SolarEdge keeps a history");
      page.locator("#history-to").fill(LocalDate.now(ZONE).plusDays(3).toString());
      page.locator("#fetch-history").click();
      assertThat(page.locator("#history-to-error")).containsText("The latest day");
      assertThat(page.locator("#history-to")).isFocused();

      page.locator("#history-from").fill(first.toString());
      page.locator("#history-to").fill(first.plusDays(8).toString());
      page.locator("#fetch-history").click();
      assertThat(page.locator("#history-status .work-counts")).containsText("of 9 days");
      assertThat(page.locator("#history-status .work-words")).containsText("Done");
      assertThat(page.locator("#history-status .work-counts"))
          .hasText(Pattern.compile("9 of 9 days, [1-9][0-9,]* values stored"));
      page.reload();
      assertThat(page.locator("#history-status .work-words")).containsText("Done");

      owner.open("system/" + home.alias() + "/edit");
      assertThat(page.locator("#history .form-lead")).containsText("keeps no history");
      assertThat(page.locator("#fetch-history")).hasCount(0);
      assertThat(page.locator("#doubt")).hasCount(0);
      assertThat(owner.complaints()).isEmpty();
    }
  }

  private int solarEdge(ApiClient owner) {
    JsonObject site =
        product
            .simulatorControl()
            .post("solaredge/fleet", "{\"count\":1,\"accounts\":1,\"firstSite\":2700000}")
            .json()
            .getJsonArray("sites")
            .getJsonObject(0);
    String body =
        Json.createObjectBuilder()
            .add("vendorType", "solaredge")
            .add("displayName", "Old roof")
            .add("displayTimezone", ZONE.getId())
            .add(
                "credentials",
                Json.createObjectBuilder()
                    .add("apiKey", site.getString("apiKey"))
                    .add("siteId", site.getString("siteId")))
            .build()
            .toString();
    return owner.post("api/setup", body).json().getInt("systemId");
  }

  @Test
  void aDoubtedNumberIsComparedMadeAnewAndAgrees() throws SQLException {
    Home home = Home.ofAdministrator(product, 885_092, "Doubted", Duration.ofHours(3));
    String verify = "{\"systemId\":%d}".formatted(home.systemId());
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              JsonObject now = product.admin().post("api/admin/aggregates/verify", verify).json();
              return now.getInt("pending") == 0 && now.getInt("compared") > 0;
            });
    try (Visitor admin = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = admin.openSignedIn("admin/database", home);
      page.locator("#doubt-system").selectOption("" + home.systemId());
      page.locator("#doubt [type=submit]").click();
      assertThat(page.locator("#doubt .work-words")).containsText("Everything agrees");

      falsify(home.systemId());
      admin.open("system/" + home.systemId() + "/edit");
      page.locator("#doubt [type=submit]").click();
      assertThat(page.locator("#doubt .work-words")).containsText("values differ");
      assertThat(page.locator("#doubt tbody")).containsText("Doubted");
      page.locator("#doubt [data-result] button").click();
      assertThat(page.locator("#doubt .work-words")).containsText("Everything agrees");
      assertThat(admin.complaints()).isEmpty();
    }
  }

  /** The two zones never share a date, so that of the server is the wrong one for at least one. */
  @ParameterizedTest
  @CsvSource({"885093, Pacific/Kiritimati", "885094, Pacific/Pago_Pago"})
  void comparingBeginsWithTheDaysWhereTheSystemIs(int number, String zone) {
    Home home = Home.ofAdministrator(product, number, zone, NONE);
    product
        .admin()
        .post(
            "api/admin/systems/" + home.systemId() + "/settings",
            "{\"displayTimezone\":\"%s\"}".formatted(zone));
    try (Visitor admin = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = admin.openSignedIn("system/" + home.systemId() + "/edit", home);

      LocalDate today = LocalDate.now(ZoneId.of(zone));
      assertThat(page.locator("#doubt-from")).hasValue(today.minusDays(1).toString());
      assertThat(page.locator("#doubt-to")).hasValue(today.toString());
    }
  }

  private void falsify(int system) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement()) {
      int changed =
          statement.executeUpdate(
              "UPDATE point_readings_agg_5m SET avg = avg + 1000 WHERE avg IS NOT NULL AND point_id ="
                  + " (SELECT point_id FROM point_info WHERE point_key = 'load_w' AND system_id = "
                  + system
                  + ") AND interval_end > UNIX_TIMESTAMP() - 7200 ORDER BY interval_end LIMIT 1");
      assertThat(changed).isEqualTo(1);
    }
  }

  @Test
  void whatWasSavedIsUndone() {
    Home home = Home.create(product, 885_093, "First name", Duration.ofHours(1));
    try (Visitor owner = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = owner.openSignedIn("system/" + home.alias() + "/edit", home);
      page.locator("#name").fill("Second name");
      page.locator("#alias").fill("no such alias");
      page.locator("#save").click();
      assertThat(page.locator("#alias-error")).isVisible();
      page.locator("#alias").fill("second-alias");
      page.locator("#save").click();
      assertThat(page.locator("h1")).hasText("Settings of Second name");
      page.locator("[data-done] button").press("Enter");
      page.waitForURL(Pattern.compile(".*done=undone"));
      assertThat(page.locator("h1")).hasText("Settings of First name");
      assertThat(page.locator("#alias")).hasValue(home.alias());
      assertThat(page.locator("[data-done] button")).hasCount(0);

      String label = page.locator(".point-label").first().inputValue();
      page.locator(".point-label").first().fill("Renamed");
      page.locator("#points tbody [type=checkbox]").first().uncheck();
      page.locator("#save-points").click();
      page.locator("#points [data-done] button").click();
      page.waitForURL(Pattern.compile(".*done=points-undone.*"));
      assertThat(page.locator(".point-label").first()).hasValue(label);
      assertThat(page.locator("#points tbody [type=checkbox]").first()).isChecked();

      page.locator("#turn").click();
      assertThat(page.locator("[data-done]")).containsText("paused");
      page.reload();
      assertThat(page.locator("[data-done]")).containsText("paused");
      assertThat(page.locator("[data-done] button")).hasCount(0);
      assertThat(owner.complaints()).isEmpty();
    }
  }
}
