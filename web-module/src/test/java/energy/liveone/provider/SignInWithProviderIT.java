package energy.liveone.provider;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import energy.liveone.account.Authenticator;
import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.web.browser.Chromium;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** People whom a provider vouches for, and what Clerk tells of them. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(Chromium.class)
class SignInWithProviderIT {
  private static final String PASSWORD = "four wooden spoons";

  private static Providers providers;
  private static Product product;

  @BeforeAll
  static void start() throws IOException {
    providers = new Providers();
    product = Product.start(providers.configuration());
    providers.lead(product);
  }

  @AfterAll
  static void stop() {
    product.close();
    providers.close();
  }

  @Test
  void aStrangerGetsAnAccountAndFindsItAgain() {
    String email = "anna@liveone.example";
    PlainBrowser browser = browser();
    providers.next("anna", verified(email));
    String back = browser.signInAt("clerk", "?from=%2Fdashboard%3Frange%3D7D");
    String before = browser.session();

    assertThat(browser.next(back)).endsWith("/dashboard?range=7D");

    assertThat(browser.session()).isNotEqualTo(before);
    JsonObject account = account(browser);
    assertThat(account.getString("email")).isEqualTo(email);
    assertThat(account.getBoolean("emailVerified")).isTrue();
    assertThat(account.getString("role")).isEqualTo("USER");
    PlainBrowser later = browser();
    providers.next("anna", Map.of());
    assertThat(later.next(later.signInAt("clerk", ""))).endsWith("/dashboard");
    assertThat(account(later).getInt("id")).isEqualTo(account.getInt("id"));
    assertThat(product.admin().get("api/admin/audit?act=signed-in").body()).contains(email);
  }

  @Test
  void anAnswerCountsOnceAndInTheBrowserThatAskedForIt() {
    PlainBrowser browser = browser();
    providers.next("ben", verified("ben@liveone.example"));
    String back = browser.signInAt("clerk", "");

    PlainBrowser other = browser();
    assertThat(other.next(back)).contains("problem=refused");
    other.get("sign-in/with/clerk");
    assertThat(other.next(back)).contains("problem=refused");
    assertThat(browser.next(back.replaceAll("state=[^&]*", "state=made-up")))
        .contains("problem=refused");
    assertThat(browser.next(back)).endsWith("/dashboard");
    assertThat(browser.next(back)).contains("problem=refused");

    // The code with a state that is good: now it is the provider that does not take it twice.
    PlainBrowser again = browser();
    String begun = again.next("sign-in/with/clerk");
    String state = begun.replaceAll(".*[?&](state=[^&]*).*", "$1");
    String stolen = again.next(back.replaceAll("state=[^&]*", state));
    assertThat(stolen).contains("problem=refused");
    assertThat(again.get("api/account").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenForAnotherSignInOrAnotherClientAndAChangedOneAreRefused() {
    PlainBrowser browser = browser();
    String email = "carla@liveone.example";
    providers.next("carla", with(email, "nonce", "another"));
    assertThat(browser.next(browser.signInAt("clerk", ""))).contains("problem=refused");
    providers.next("carla", with(email, "aud", "another"));
    assertThat(browser.next(browser.signInAt("clerk", ""))).contains("problem=refused");
    providers.next("carla", with(email, "iss", "https://evil.example"));
    assertThat(browser.next(browser.signInAt("clerk", ""))).contains("problem=refused");
    providers.next("carla", verified(email));
    assertThat(browser.next(browser.signInAt("crooked", ""))).contains("problem=refused");
    providers.beHonest();
    providers.next("klara", verified("klara@liveone.example"));
    PlainBrowser klara = browser();
    assertThat(klara.next(klara.signInAt("crooked", ""))).endsWith("/dashboard");

    assertThat(browser.get("api/account").statusCode()).isEqualTo(401);
    assertThat(product.admin().get("api/admin/users").body()).doesNotContain(email);
  }

  @Test
  void aVerifiedAccountIsLinkedAndItsSecondFactorStillAskedFor() throws SQLException {
    String email = "dora@liveone.example";
    ApiClient dora = local(email);
    verify(email);
    JsonObject begun = dora.post("api/account/totp", json("password", PASSWORD)).json();
    Authenticator app = new Authenticator(begun.getString("secret"));
    assertThat(dora.post("api/account/totp/confirm", json("code", app.nextCode())).status())
        .isEqualTo(200);
    PlainBrowser browser = browser();
    providers.next("dora", verified(email));

    String after = browser.next(browser.signInAt("clerk", "?from=%2Faccount"));

    assertThat(after).endsWith("/sign-in?from=%2Faccount");
    assertThat(browser.get(after).body()).contains("id=\"code\"");
    assertThat(browser.get("api/account").statusCode()).isEqualTo(401);
  }

  @Test
  void aPreparedAccountIsNotOpenedForTheOwnerOfItsAddress() {
    String email = "emma@liveone.example";
    ApiClient mallory = local(email);
    PlainBrowser emma = browser();
    providers.next("emma", verified(email));

    String after = emma.next(emma.signInAt("clerk", ""));

    assertThat(after).contains("problem=account-not-verified");
    assertThat(emma.get(after).body()).contains("never confirmed here");
    assertThat(emma.get("api/account").statusCode()).isEqualTo(401);
    assertThat(mallory.get("api/account").status()).isEqualTo(200);
  }

  @Test
  void anAddressThatTheProviderHasNotVerifiedOpensNothing() throws SQLException {
    String email = "fay@liveone.example";
    local(email);
    verify(email);
    PlainBrowser browser = browser();
    providers.next("fay", Map.of("email", email, "email_verified", false));

    assertThat(browser.next(browser.signInAt("clerk", ""))).contains("problem=email-not-verified");
  }

  @Test
  void aProviderThatIsDownIsSaidToBeAndHindersNothing() {
    PlainBrowser browser = browser();

    String after = browser.next("sign-in/with/gone");

    assertThat(after).contains("problem=unreachable");
    HttpResponse<String> page = browser.get(after);
    assertThat(page.body()).contains("Gone ID cannot be reached now").contains("Example ID");
    assertThat(browser.get("sign-in/with/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void aPlantedTargetIsNotFollowed() {
    PlainBrowser browser = browser();
    providers.next("gina", verified("gina@liveone.example"));

    assertThat(browser.next(browser.signInAt("clerk", "?from=%2F%2Fevil.example%2F")))
        .endsWith("/dashboard")
        .doesNotContain("evil");
  }

  @Test
  void clerkMakesFollowsAndClosesAccounts() throws Exception {
    String email = "hugo@liveone.example";
    assertThat(clerk("msg_h1", user("user.created", "hugo", email, 1_000))).isEqualTo("done");
    assertThat(clerk("msg_h1", user("user.created", "hugo", email, 1_000))).isEqualTo("repeated");
    PlainBrowser browser = browser();
    providers.next("hugo", verified(email));
    assertThat(browser.next(browser.signInAt("clerk", ""))).endsWith("/dashboard");
    int id = account(browser).getInt("id");

    assertThat(clerk("msg_h3", user("user.updated", "hugo", "hugo@new.example", 3_000)))
        .isEqualTo("done");
    assertThat(clerk("msg_h2", user("user.updated", "hugo", email, 2_000))).isEqualTo("stale");
    assertThat(account(browser).getString("email")).isEqualTo("hugo@new.example");
    String deleted = "{\"type\":\"user.deleted\",\"data\":{\"id\":\"hugo\",\"deleted\":true}}";
    assertThat(clerk("msg_h4", deleted)).isEqualTo("done");

    assertThat(browser.get("api/account").statusCode()).isEqualTo(401);
    assertThat(clerk("msg_h5", user("user.created", "hugo", "hugo@new.example", 4_000)))
        .isEqualTo("stale");
    providers.next("hugo", verified("hugo@new.example"));
    PlainBrowser again = browser();
    assertThat(again.next(again.signInAt("clerk", ""))).contains("problem=disabled");
    String users = product.admin().get("api/admin/users").body();
    assertThat(users).containsPattern("\"disabled\":true,[^}]*\"id\":" + id + ",");
    assertThat(clerk("msg_h6", "{\"type\":\"email.created\",\"data\":{}}")).isEqualTo("ignored");
  }

  @Test
  void aMessageThatClerkDidNotSignIsRefused() throws Exception {
    String body = user("user.created", "ivan", "ivan@liveone.example", 1_000);
    ApiClient nobody = product.api();

    assertRefused(nobody.post("api/auth/clerk", body), 400, "SIGNATURE_MISSING");
    assertRefused(signed("msg_i", body, 0, "x").post("api/auth/clerk", body), 401, "INVALID");
    assertRefused(signed("msg_i", body, -400, "").post("api/auth/clerk", body), 401, "EXPIRED");
    assertRefused(signed("msg_i", "[]", 0, "").post("api/auth/clerk", "[]"), 400, "INVALID_JSON");
    String large = "x".repeat(300_000);
    assertThat(signed("msg_i", large, 0, "").post("api/auth/clerk", large).status()).isEqualTo(413);
    assertThat(product.admin().get("api/admin/users").body()).doesNotContain("ivan");
  }

  @Test
  void aPersonPressesTheButtonAndConnectsAnotherAccount(Browser chromium) throws SQLException {
    String email = "jana@liveone.example";
    local(email);
    verify(email);
    try (BrowserContext context = chromium.newContext()) {
      Page page = context.newPage();
      page.setDefaultTimeout(60_000);
      page.navigate(product.baseUri().resolve("sign-in").toString());
      page.getByLabel("Email").fill(email);
      page.getByLabel("Password").fill(PASSWORD);
      page.locator("#submit").click();
      page.waitForURL(url -> url.contains("/dashboard"));
      page.navigate(product.baseUri().resolve("account").toString());
      page.locator("#connected-password").fill("wrong");
      page.locator("[data-provider=clerk]").click();
      assertThat(page.locator("#connected .notice.bad")).containsText("not right");
      page.locator("#connected-password").fill(PASSWORD);
      page.locator("[data-provider=clerk]").click();
      providers.next("jana-elsewhere", verified("jana@elsewhere.example"));
      page.locator("#go-on").click();
      assertThat(page.locator("#connected .notice")).containsText("Example ID is connected");
      assertThat(page.locator(".identities li")).containsText("jana@elsewhere.example");
      page.locator("#everywhere").click();
      page.waitForURL(url -> url.endsWith("/sign-in"));

      providers.next("jana-elsewhere", Map.of());
      page.locator("[data-provider=clerk]").click();
      page.waitForURL(url -> url.contains("/dashboard"));
      page.navigate(product.baseUri().resolve("account").toString());
      page.locator("#connected-password").fill(PASSWORD);
      page.locator(".disconnect").click();
      assertThat(page.locator("#connected .notice")).containsText("Disconnected");
      assertThat(page.locator(".identities li")).hasCount(0);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "liveone.screenshots", matches = ".+")
  void picturesForPeople(Browser chromium) throws SQLException {
    String email = "pia@liveone.example";
    local(email);
    verify(email);
    PlainBrowser linked = browser();
    providers.next("pia", verified(email));
    linked.next(linked.signInAt("clerk", ""));
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      int width = scheme == ColorScheme.LIGHT ? 1440 : 390;
      try (BrowserContext context =
          chromium.newContext(
              new Browser.NewContextOptions()
                  .setViewportSize(width, 844)
                  .setColorScheme(scheme)
                  .setLocale("en-AU"))) {
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        picture(page, "sign-in?from=/account&problem=account-not-verified&with=clerk", width);
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("#submit").click();
        page.waitForURL(url -> url.endsWith("/account"));
        picture(page, "account", width);
      }
    }
  }

  private static void picture(Page page, String path, int width) {
    page.navigate(product.baseUri().resolve(path).toString());
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                Path.of(System.getProperty("liveone.screenshots"))
                    .resolve("provider-" + path.replaceAll("\\?.*", "") + "-" + width + ".png")));
  }

  private static PlainBrowser browser() {
    return new PlainBrowser(product.baseUri());
  }

  private static JsonObject account(PlainBrowser browser) {
    HttpResponse<String> answer = browser.get("api/account");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Json.createReader(new StringReader(answer.body())).readObject().getJsonObject("account");
  }

  private static Map<String, Object> verified(String email) {
    return Map.of("email", email, "email_verified", true, "name", "Somebody");
  }

  private static Map<String, Object> with(String email, String claim, String value) {
    return Map.of("email", email, "email_verified", true, claim, value);
  }

  /** An account with a password, whose address nobody proved; signed in. */
  private static ApiClient local(String email) {
    Answer added =
        product.admin().post("api/admin/users", json("email", email, "password", PASSWORD));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return product.api().signedIn(email, PASSWORD);
  }

  private static void verify(String email) throws SQLException {
    try (Connection sql = product.sql();
        PreparedStatement update =
            sql.prepareStatement(
                "UPDATE accounts SET email_verified_at = created_at WHERE email = ?")) {
      update.setString(1, email);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static String json(String... fields) {
    var object = Json.createObjectBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      object.add(fields[i], fields[i + 1]);
    }
    return object.build().toString();
  }

  private static String user(String type, String id, String email, long updatedAt) {
    return """
    {"type":"%s","data":{"id":"%s","first_name":"Somebody","primary_email_address_id":"idn_1","updated_at":%d,
     "email_addresses":[{"id":"idn_1","email_address":"%s","verification":{"status":"verified"}}]}}
    """
        .formatted(type, id, updatedAt, email);
  }

  private static String clerk(String id, String body) throws Exception {
    Answer answer = signed(id, body, 0, "").post("api/auth/clerk", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getString("outcome");
  }

  private static ApiClient signed(String id, String body, int seconds, String change)
      throws Exception {
    long time = Instant.now().getEpochSecond() + seconds;
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] secret =
        Base64.getDecoder().decode(Providers.WEBHOOK_SECRET.substring("whsec_".length()));
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    byte[] signature =
        mac.doFinal((id + "." + time + "." + change + body).getBytes(StandardCharsets.UTF_8));
    return product
        .api()
        .withHeader("svix-id", id)
        .withHeader("svix-timestamp", String.valueOf(time))
        .withHeader("svix-signature", "v1," + Base64.getEncoder().encodeToString(signature));
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("code")).contains(code);
  }
}
