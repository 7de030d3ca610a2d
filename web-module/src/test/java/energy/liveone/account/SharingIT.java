package energy.liveone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tokens, viewers and share links may do, and that they may no more once it is over. */
class SharingIT {
  private static final String PASSWORD = "six wooden spoons";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static MailServer mail;
  private static Product product;
  private static ApiClient admin;
  private String email;
  private ApiClient owner;
  private int system;
  private int other;

  @BeforeAll
  static void start() {
    mail = MailServer.start();
    product = Product.start(mail.configuration());
    admin = product.admin();
  }

  @AfterAll
  static void stop() {
    product.close();
    mail.close();
  }

  @BeforeEach
  void people() {
    email = "owner" + COUNT.incrementAndGet() + "@liveone.example";
    owner = account(email);
    system = system(owner);
    other = system(owner);
  }

  @Test
  void aTokenToReadOneSystemReadsThatAndNothingElse() throws Exception {
    String chosen = token(owner, "read", Json.createArrayBuilder().add(system).build());
    ApiClient script = product.api().withToken(chosen);

    assertThat(script.get("api/data/latest?systemId=" + system).status()).isEqualTo(200);
    assertThat(script.get("api/data/latest?systemId=" + other).status()).isEqualTo(404);
    assertThat(systemsOf(script)).containsExactly(system);
    assertThat(script.get("api/account").status()).isEqualTo(200);
    for (String route : List.of("api/account/tokens", "api/account/shared", "api/notices")) {
      assertThat(script.get(route).status()).as(route).isEqualTo(403);
    }
    assertThat(script.get("api/auth/enphase/auth").status()).isEqualTo(403);
    assertThat(script.get("api/systems/" + system + "/sharing").status()).isEqualTo(403);
    for (String route :
        List.of("api/systems/" + system + "/credentials", "api/setup", "api/account")) {
      assertThat(script.post(route, "{}").status()).as(route).isEqualTo(403);
    }
    assertThat(script.get("account").status()).as("pages know no tokens").isEqualTo(302);

    assertThat(admin.post("api/admin/systems/" + system + "/delete", "{}").status()).isEqualTo(200);
    assertThat(systemsOf(script)).as("a token of no system left").isEmpty();
  }

  @Test
  void tokensAreShownOnceListedWithTheirUseAndEndAtOnce() throws Exception {
    assertThat(newToken(owner, "wrong", "read", JsonValue.NULL).status()).isEqualTo(400);
    assertThat(newToken(owner, PASSWORD, "admin", JsonValue.NULL).status()).isEqualTo(400);
    String text = token(owner, "write", JsonValue.NULL);
    ApiClient script = product.api().withToken(text);

    assertThat(script.post("api/setup", "{}").json().getString("code")).isEqualTo("MISSING_FIELD");
    assertThat(owner.post("api/account/sign-out-everywhere", "{}").status()).isEqualTo(200);
    owner = product.api().signedIn(email, PASSWORD);
    assertThat(script.get("api/account").status()).isEqualTo(200);
    await().atMost(Duration.ofMinutes(1)).until(() -> !chosenToken().isNull("lastUsedAt"));
    JsonObject listed = chosenToken();
    assertThat(listed.getString("lastUsedFrom")).isEqualTo("127.0.0.1");
    assertThat(owner.get("api/account/tokens").body()).doesNotContain(text);

    ApiClient stranger = account("stranger" + COUNT.incrementAndGet() + "@liveone.example");
    String path = "api/account/tokens/" + listed.getInt("id");
    assertThat(stranger.method("DELETE", path).status()).isEqualTo(404);
    assertThat(script.get("api/account").status()).isEqualTo(200);
    assertThat(owner.method("DELETE", path).status()).isEqualTo(200);
    assertThat(script.get("api/account").status()).isEqualTo(401);
  }

  @Test
  void tokensGiveNoMoreThanTheirAccountHasAtThatMomentAndExpire() throws Exception {
    String name = "chief" + COUNT.incrementAndGet() + "@liveone.example";
    ApiClient chief = account(name);
    sql("UPDATE accounts SET role = 'ADMIN' WHERE email = ?", name);
    ApiClient reading = product.api().withToken(token(chief, "read", JsonValue.NULL));
    ApiClient ruling = product.api().withToken(token(chief, "admin", JsonValue.NULL));

    assertThat(reading.get("api/admin/users").status()).isEqualTo(403);
    assertThat(reading.get("api/data/latest?systemId=" + system).status()).isEqualTo(404);
    assertThat(ruling.get("api/admin/users").status()).isEqualTo(200);
    sql("UPDATE accounts SET role = 'USER' WHERE email = ?", name);
    assertThat(ruling.get("api/admin/users").status()).isEqualTo(403);
    sql(
        "UPDATE api_tokens SET expires_at = UTC_TIMESTAMP(3) WHERE account_id ="
            + " (SELECT id FROM accounts WHERE email = ?)",
        name);
    assertThat(ruling.get("api/account").status()).isEqualTo(401);
    assertThat(reading.get("api/account").status()).isEqualTo(401);
  }

  @Test
  void whoTakesAnInvitationUpReadsUntilItIsRevoked() throws Exception {
    String friend = "friend" + COUNT.incrementAndGet() + "@liveone.example";
    ApiClient viewer = account(friend);
    Answer known = invite(friend);
    Answer unknown = invite("nobody" + COUNT.incrementAndGet() + "@liveone.example");
    assertThat(unknown.json().keySet()).isEqualTo(known.json().keySet());
    assertThat(shares().stream().map(share -> share.getString("kind")))
        .containsExactly("invitation", "invitation");
    String link = mail.tokenOf(friend, "shares a solar system");
    assertThat(viewer.get("api/data/latest?systemId=" + system).status()).isEqualTo(404);

    Answer taken = viewer.post("api/account/shared", json("token", link));
    assertThat(taken.json().getInt("systemId")).as(taken.body()).isEqualTo(system);
    assertThat(viewer.post("api/account/shared", json("token", link)).status()).isEqualTo(400);
    JsonObject line = viewer.get("api/data/systems").json().getJsonArray("data").getJsonObject(0);
    assertThat(line.getBoolean("shared")).isTrue();
    assertThat(line.getString("vendorSiteId")).isEmpty();
    assertThat(viewer.get("api/data/latest?systemId=" + system).status()).isEqualTo(200);
    assertThat(viewer.get("api/data/latest").status()).as("the default").isEqualTo(200);
    assertThat(viewer.get("api/data/latest?systemId=" + other).status()).isEqualTo(404);
    assertThat(viewer.get("system/" + system).status()).as("pages want sessions").isEqualTo(302);
    String path = "api/systems/" + system;
    assertThat(viewer.get(path + "/sharing").status()).isEqualTo(403);
    assertThat(viewer.post(path + "/sharing", link("mine")).status()).isEqualTo(403);
    assertThat(viewer.post(path + "/credentials", "{\"credentials\":{}}").status()).isEqualTo(403);
    ApiClient script = product.api().withToken(token(viewer, "write", JsonValue.NULL));
    assertThat(script.post(path + "/sharing", link("mine")).status()).isEqualTo(403);

    JsonObject grant = shareOf("viewer");
    assertThat(grant.getString("email")).isEqualTo(friend);
    await().atMost(Duration.ofMinutes(1)).until(() -> !shareOf("viewer").isNull("lastUsedAt"));
    Answer revoked = owner.method("DELETE", path + "/sharing/" + grant.getInt("id"));
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(viewer.get("api/data/latest?systemId=" + system).status()).isEqualTo(404);
    assertThat(script.get("api/data/latest?systemId=" + system).status()).isEqualTo(404);
    assertThat(systemsOf(viewer)).isEmpty();
  }

  @Test
  void invitationsEndByTimeByTheirMakerAndByTheViewer() throws Exception {
    String friend = "guest" + COUNT.incrementAndGet() + "@liveone.example";
    ApiClient viewer = account(friend);
    invite(friend);
    String withdrawn = mail.tokenOf(friend, "shares a solar system");
    int id = shareOf("invitation").getInt("id");
    owner.method("DELETE", "api/systems/" + system + "/sharing/" + id);
    Answer late = viewer.post("api/account/shared", json("token", withdrawn));
    assertThat(late.json().getString("code")).isEqualTo("LINK_UNUSABLE");

    invite(friend);
    await().atMost(Duration.ofMinutes(1)).until(() -> mail.countOf(friend) == 2);
    String good = mail.tokenOf(friend, "shares a solar system");
    sql("UPDATE access_grants SET expires_at = UTC_TIMESTAMP(3) WHERE email = ?", friend);
    assertThat(viewer.post("api/account/shared", json("token", good)).status()).isEqualTo(400);
    sql(
        "UPDATE access_grants SET expires_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY WHERE email = ?",
        friend);
    assertThat(viewer.post("api/account/shared", json("token", good)).status()).isEqualTo(200);

    JsonObject mine =
        viewer.get("api/account/shared").json().getJsonArray("shared").getJsonObject(0);
    String leave = "api/account/shared/" + mine.getInt("id");
    assertThat(owner.method("DELETE", leave).status()).isEqualTo(404);
    assertThat(viewer.method("DELETE", leave).status()).isEqualTo(200);
    assertThat(viewer.get("api/data/latest?systemId=" + system).status()).isEqualTo(404);
  }

  @Test
  void aShareLinkShowsOneSystemUntilItIsRevokedOrTooOld() throws Exception {
    ApiClient guest = follow(made("For the neighbours"));

    assertThat(guest.get("system/" + system).status()).isEqualTo(200);
    assertThat(guest.get("api/data/latest?systemId=" + system).status()).isEqualTo(200);
    assertThat(guest.get("api/data/latest?systemId=" + other).status()).isEqualTo(404);
    assertThat(guest.get("system/" + other).status()).isEqualTo(404);
    assertThat(systemsOf(guest)).containsExactly(system);
    for (String page : List.of("dashboard", "account", "connect")) {
      assertThat(guest.get(page).headers().get("Location")).as(page).contains("/sign-in");
    }
    for (String route :
        List.of(
            "api/account",
            "api/account/tokens",
            "api/vendors",
            "api/notices",
            "api/admin/users",
            "api/admin/sessions",
            "api/systems/" + system + "/sharing")) {
      assertThat(guest.get(route).status()).as(route).isEqualTo(401);
    }
    ApiClient page = guest.withHeader("Sec-Fetch-Site", "same-origin");
    assertThat(page.post("api/systems/" + system + "/credentials", "{}").status()).isEqualTo(401);
    assertThat(page.post("system.xhtml?id=" + system, "{}").status()).isIn(403, 405, 500);

    await().atMost(Duration.ofMinutes(1)).until(() -> !shareOf("link").isNull("lastUsedAt"));
    sql("UPDATE access_grants SET expires_at = UTC_TIMESTAMP(3) WHERE system_id = ?", system);
    assertThat(guest.get("api/data/latest?systemId=" + system).status()).isEqualTo(401);
    ApiClient second = follow(made("Again"));
    assertThat(second.get("api/data/latest?systemId=" + system).status()).isEqualTo(200);
    owner.method("DELETE", "api/systems/" + system + "/sharing/" + shareOf("link").getInt("id"));
    assertThat(second.get("api/data/latest?systemId=" + system).status()).isEqualTo(401);
    assertThat(second.get("system/" + system).headers().get("Location")).contains("/sign-in");
  }

  @Test
  void whatADisabledAccountHandedOutOpensNothingUntilItIsEnabledAgain() throws Exception {
    ApiClient guest = follow(made("For the neighbours"));
    int ownerId = owner.get("api/account").json().getJsonObject("account").getInt("id");

    assertThat(act("disable", ownerId)).isEqualTo(200);
    assertThat(guest.get("api/data/latest?systemId=" + system).status()).isEqualTo(401);

    assertThat(act("enable", ownerId)).isEqualTo(200);
    assertThat(guest.get("api/data/latest?systemId=" + system).status()).isEqualTo(200);
    assertThat(admin.get("api/admin/audit?act=account-changed").body())
        .contains("{\"enabled\":true}", "{\"enabled\":false}");
  }

  private static int act(String action, int user) {
    return admin
        .post("api/admin/users", "{\"action\":\"%s\",\"userId\":%d}".formatted(action, user))
        .status();
  }

  @Test
  void onlyOwnersShareAndOnlyWithinLimits() {
    ApiClient stranger = account("stranger" + COUNT.incrementAndGet() + "@liveone.example");
    String path = "api/systems/" + system + "/sharing";

    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.post(path, link("mine")).status()).isEqualTo(404);
    assertThat(stranger.method("DELETE", path + "/1").status()).isEqualTo(404);
    assertThat(admin.get(path).status()).isEqualTo(200);
    assertThat(owner.post(path, "{}").json().getString("code")).isEqualTo("MISSING_FIELD");
    assertThat(owner.post(path, json("kind", "link", "label", "x".repeat(101))).status())
        .isEqualTo(400);
    assertThat(
            owner
                .post(path, "{\"kind\":\"link\",\"label\":\"long\",\"expiresInDays\":366}")
                .status())
        .isEqualTo(400);
    assertThat(owner.post(path, json("kind", "invitation", "email", "no address")).status())
        .isEqualTo(400);
    assertThat(product.api().get("shared?link=los_guess").status()).isEqualTo(404);
  }

  /** Opens a link as a browser would; the client then has its session. */
  private static ApiClient follow(String url) {
    String secret = url.substring(url.indexOf('=') + 1);
    Answer opened = product.api().get("shared?link=" + secret);
    assertThat(opened.status()).isEqualTo(302);
    assertThat(opened.headers().get("Location")).doesNotContain(secret);
    assertThat(opened.headers().get("Referrer-Policy")).isEqualTo("no-referrer");
    String cookie = opened.headers().get("Set-Cookie").split(";", 2)[0];
    return product.api().withHeader("Cookie", cookie);
  }

  private String made(String label) {
    Answer made = owner.post("api/systems/" + system + "/sharing", link(label));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().getString("url")).startsWith("https://home.example/shared?link=los_");
    assertThat(owner.get("api/systems/" + system + "/sharing").body()).doesNotContain("los_");
    return made.json().getString("url");
  }

  private Answer invite(String to) {
    Answer invited =
        owner.post("api/systems/" + system + "/sharing", json("kind", "invitation", "email", to));
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    return invited;
  }

  private List<JsonObject> shares() {
    return owner.get("api/systems/" + system + "/sharing").json().getJsonArray("sharing").stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  private JsonObject shareOf(String kind) {
    return shares().stream()
        .filter(share -> share.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject chosenToken() {
    return owner.get("api/account/tokens").json().getJsonArray("tokens").stream()
        .map(JsonValue::asJsonObject)
        .filter(token -> !token.getBoolean("signIn"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> systemsOf(ApiClient client) {
    return client.get("api/data/systems").json().getJsonArray("data").stream()
        .map(line -> line.asJsonObject().getInt("id"))
        .toList();
  }

  private static String token(ApiClient client, String scope, JsonValue systems) {
    Answer made = newToken(client, PASSWORD, scope, systems);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().getString("token")).startsWith("lot_");
    return made.json().getString("token");
  }

  private static Answer newToken(
      ApiClient client, String password, String scope, JsonValue systems) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("name", "A script")
            .add("scope", scope)
            .add("systemIds", systems)
            .add("password", password);
    return client.post("api/account/tokens", body.build().toString());
  }

  private static ApiClient account(String email) {
    Answer added =
        admin.post("api/admin/users", json("action", "add", "email", email, "password", PASSWORD));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return product.api().signedIn(email, PASSWORD);
  }

  private static int system(ApiClient client) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("vendorType", "fronius")
            .add("displayName", "Home")
            .add("displayTimezone", "Australia/Melbourne")
            .add(
                "credentials",
                Json.createObjectBuilder().add("siteId", "share-" + COUNT.incrementAndGet()));
    Answer made = client.post("api/setup", body.build().toString());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().getInt("systemId");
  }

  private static void sql(String statement, Object value) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement update = connection.prepareStatement(statement)) {
      update.setObject(1, value);
      assertThat(update.executeUpdate()).isPositive();
    }
  }

  private static String link(String label) {
    return json("kind", "link", "label", label);
  }

  private static String json(String... fields) {
    JsonObjectBuilder body = Json.createObjectBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.add(fields[i], fields[i + 1]);
    }
    return body.build().toString();
  }
}
