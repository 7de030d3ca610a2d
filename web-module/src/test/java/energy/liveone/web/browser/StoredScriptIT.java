package energy.liveone.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Scripts in everything that people and vendors name: pages show them as the text that they are.
 * One that were part of a page would either run, or be blocked and complained of.
 */
@SharedProduct
@ExtendWith(Chromium.class)
class StoredScriptIT {
  private static final int NUMBER = 880_031;
  private static final String SCRIPT =
      "</script><script>attacked=1</script><img src=x onerror=attacked=1>\"'><svg onload=attacked=1>";

  private final Product product;
  private final Browser browser;

  StoredScriptIT(Product product, Browser browser) {
    this.product = product;
    this.browser = browser;
  }

  @Test
  void namesAreTextAndNothingElseOnEveryPage() throws SQLException {
    Home home = Home.create(product, NUMBER, "Wren House", Duration.ofHours(6));
    nameEverythingBadly(home);
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.openSignedIn("system/" + home.alias(), home);
      assertThat(page.locator("h1")).hasText(SCRIPT);
      assertThat(page.locator(".chart.is-drawn")).isVisible();
      page.locator(".chart.is-drawn").hover();
      unharmed(page);

      for (String path : new String[] {"dashboard", "account"}) {
        visitor.open(path);
        assertThat(page.locator("h1").first()).isVisible();
        unharmed(page);
      }
      assertThat(visitor.complaints()).isEmpty();
    }
    administratorsAreUnharmedToo();
  }

  private void administratorsAreUnharmedToo() {
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.open("admin/audit");
      page.getByLabel("Email").fill(Product.ADMIN_EMAIL);
      page.getByLabel("Password").fill(Product.ADMIN_PASSWORD);
      page.locator("#submit").click();
      page.waitForURL("**/admin/audit");
      assertThat(page.locator("body")).containsText("onerror=attacked=1");
      unharmed(page);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  /** The first script in the page that is not the server's is refused by the browser. */
  @Test
  void whatGotIntoAPageAllTheSameDoesNotRun() {
    try (Visitor visitor = new Visitor(browser, Screen.DESKTOP, product.baseUri())) {
      Page page = visitor.open("sign-in");

      page.evaluate(
          "html => { document.body.insertAdjacentHTML('beforeend', html);"
              + " const s = document.createElement('script'); s.textContent = 'attacked=1';"
              + " document.body.append(s); }",
          SCRIPT);

      page.waitForCondition(() -> visitor.complaints().size() >= 2);
      unharmed(page);
      assertThat(visitor.complaints()).anyMatch(one -> one.contains("Content Security Policy"));
    }
  }

  private static void unharmed(Page page) {
    assertThat(page.evaluate("typeof attacked")).isEqualTo("undefined");
  }

  private void nameEverythingBadly(Home home) throws SQLException {
    sql("UPDATE systems SET display_name = ?, model = ? WHERE id = " + home.systemId(), 2);
    sql("UPDATE point_info SET label = ? WHERE system_id = " + home.systemId(), 1);
    sql("UPDATE accounts SET display_name = ? WHERE email = '" + home.email() + "'", 1);
    sql(
        "UPDATE audit_log SET facts_after = JSON_OBJECT('name', ?) WHERE facts_after IS NOT NULL"
            + " ORDER BY id DESC LIMIT 3",
        1);
  }

  private void sql(String text, int places) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 1; i <= places; i++) {
        statement.setString(i, SCRIPT);
      }
      assertThat(statement.executeUpdate()).isPositive();
    }
  }
}
