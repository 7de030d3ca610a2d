package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sharing a system as people do it: a link for guests, an invitation, a token for a script. */
@SharedProduct
@ExtendWith(Chromium.class)
class SharePageIT {
  private static final int LINKED = 880_021;
  private static final int INVITED = 880_022;

  private final Product product;
  private final Browser browser;

  SharePageIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @Test
  void aLinkShowsTheSystemToGuestsUntilItsMakerEndsIt() {
    Home home = Home.create(product, LINKED, "House with a link", Duration.ofHours(6));
    try (Visitor owner = new Visitor(browser, Screen.DESKTOP, product.baseUri());
        Visitor guest = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = owner.openSignedIn("system/" + home.alias(), home);
      page.locator("#link-label").fill("For the <b>neighbours</b>");
      page.locator("#make-link").click();
      String url = page.locator("#shared-url").inputValue();
      assertThat(page.locator("#shares")).containsText("For the <b>neighbours</b>");
      picture(page, "sharing-owner");

      Page seen = guest.open(url.substring(url.indexOf("/shared") + 1));
      assertThat(seen.locator("h1")).hasText("House with a link");
      assertThat(seen.url()).endsWith("/system/" + home.systemId());
      assertThat(seen.locator(".tag")).hasText("Shared");
      assertThat(seen.locator("#sharing")).hasCount(0);
      assertThat(seen.locator("#contacts-title")).hasCount(0);
      assertThat(seen.locator(".top-links")).hasCount(0);
      assertThat(seen.locator("body")).not().containsText(String.valueOf(LINKED));
      assertThat(seen.locator(".chart.is-drawn")).isVisible();
      picture(seen, "sharing-guest");
      assertThat(guest.complaints()).isEmpty();

      page.locator("#shares button").click();
      assertThat(page.locator("#sharing .notice")).containsText("no longer shared");
      assertThat(page.locator("#shares")).hasCount(0);
      seen.reload();
      seen.waitForURL(Pattern.compile(".*/sign-in.*"));
      assertThat(owner.complaints()).isEmpty();
    }
  }

  @Test
  void anInvitedPersonMakesAnAccountLooksAndLeaves() throws SQLException {
    Home home = Home.create(product, INVITED, "House of a friend", Duration.ofHours(6));
    String email = "invited-" + System.nanoTime() + "@liveone.example";
    String secret = "loi_" + "x".repeat(30) + System.nanoTime();
    invite(home.systemId(), email, secret);
    try (Visitor visitor = new Visitor(browser, Screen.PHONE, product.baseUri())) {
      Page page = visitor.open("invitation?token=" + secret);
      assertThat(page.url()).doesNotContain("loi_");
      assertThat(page.locator(".form-lead").first()).containsText("House of a friend");
      picture(page, "sharing-invitation");
      page.locator("#name").fill("Ben");
      page.locator("#password").fill(Home.PASSWORD);
      page.locator("#submit").click();
      page.waitForURL(Pattern.compile(".*/system/" + home.systemId()));
      assertThat(page.locator("h1")).hasText("House of a friend");
      assertThat(page.locator("#sharing")).hasCount(0);

      visitor.open("dashboard");
      assertThat(page.locator(".system-card .tag")).hasText("Shared");
      visitor.open("account");
      page.locator("#token-name").fill("Wall display");
      page.locator("#token-password").fill(Home.PASSWORD);
      page.getByLabel("House of a friend", new Page.GetByLabelOptions().setExact(true)).check();
      page.locator("#make-token").click();
      String token = page.locator("#issued-token").innerText();
      String latest = "api/data/latest?systemId=" + home.systemId();
      assertThat(product.api().withToken(token).get(latest).status()).isEqualTo(200);
      picture(page, "sharing-account");
      page.locator("#token-list button, #token-list input[type=submit]").first().click();
      assertThat(page.locator("#token-list")).hasCount(0);
      assertThat(product.api().withToken(token).get(latest).status()).isEqualTo(401);

      page.locator("#shared-list input[type=submit]").click();
      assertThat(page.locator("#shared-list")).hasCount(0);
      visitor.open("system/" + home.systemId());
      assertThat(page.locator("h1")).not().hasText("House of a friend");
      visitor.open("invitation?token=" + secret);
      assertThat(page.locator(".notice.bad")).containsText("used");
    }
  }

  private void invite(int system, String email, String secret) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO access_grants"
                    + " (kind, system_id, email, token_sha256, created_at, expires_at)"
                    + " VALUES ('INVITATION', ?, ?, UNHEX(SHA2(?, 256)), UTC_TIMESTAMP(3),"
                    + " UTC_TIMESTAMP(3) + INTERVAL 1 DAY)")) {
      insert.setInt(1, system);
      insert.setString(2, email);
      insert.setString(3, secret);
      insert.executeUpdate();
    }
  }

  /** For people who want to look; nothing unless they say where to. */
  private static void picture(Page page, String name) {
    String directory = System.getProperty("liveone.screenshots");
    if (directory != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(directory, name + ".png")));
    }
  }
}
