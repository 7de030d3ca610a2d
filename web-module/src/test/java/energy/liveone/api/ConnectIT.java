package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.EnphaseVisit;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import energy.liveone.product.SignInForm;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners connect an account at a vendor with OAuth, and nobody else can do it for them. */
@SharedProduct
class ConnectIT {
  private static final String PASSWORD = "rain on the window";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient browser = HttpClient.newHttpClient();
  private final Product product;
  private ApiClient owner;

  ConnectIT(Product product) {
    this.product = product;
  }

  @BeforeEach
  void newOwner() {
    owner = account("solar-owner-");
    control("DELETE", "/control/faults/enphase", "");
  }

  private ApiClient account(String name) {
    String email = name + System.nanoTime() + "@liveone.example";
    product
        .admin()
        .post(
            "api/admin/users",
            "{\"action\":\"add\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    return product.api().signedIn(email, PASSWORD);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void control(String method, String path, String body) {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(product.simulator() + path))
                .method(method, BodyPublishers.ofString(body)));
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
  }

  private JsonObject connected() {
    return EnphaseVisit.deciding(owner, "approve").connected(owner);
  }

  private Answer setUp(int grantId, String sites) {
    return owner.post(
        "api/setup",
        "{\"vendorType\":\"enphase\",\"grantId\":%d,\"siteIds\":[%s]}".formatted(grantId, sites));
  }

  private long count(String sql, int id) {
    try (Connection connection = product.sql();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, id);
      try (ResultSet result = query.executeQuery()) {
        assertThat(result.next()).isTrue();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void change(String sql, int id) {
    try (Connection connection = product.sql();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long successes(int system) {
    return count("SELECT COUNT(*) FROM sessions WHERE system_id = ? AND successful", system);
  }

  private void pollNow(int system) {
    change(
        "UPDATE poll_schedule SET next_due_at = UTC_TIMESTAMP(3), memory = NULL"
            + " WHERE system_id = ?",
        system);
  }

  @Test
  void anAccountIsConnectedItsSystemsAddedAndTheirIntervalsStored() {
    JsonObject connected = connected();
    int grant = connected.getInt("grantId");
    assertThat(connected.getJsonArray("sites")).hasSize(2);
    assertThat(connected.toString()).doesNotContain("eyJ");

    Answer added = setUp(grant, "\"4218873\",\"4218874\"");

    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.json().getJsonArray("systems")).hasSize(2);
    assertThat(added.json().getJsonObject("system").getString("displayName"))
        .isEqualTo("Example House");
    int first = added.json().getInt("systemId");
    await().atMost(PATIENCE).until(() -> successes(first) > 0);
    // In the first hour of a day there may be nothing of it yet.
    assumeTrue(LocalTime.now(ZoneId.of("Australia/Melbourne")).getHour() > 0);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                count(
                        "SELECT COUNT(*) FROM point_readings_agg_5m a JOIN point_info p"
                            + " ON p.point_id = a.point_id WHERE p.system_id = ?"
                            + " AND p.point_key = 'solar_interval_kwh'",
                        first)
                    > 5);
    Errors.assertError(setUp(grant, "\"4218873\""), 409, "CONFLICT");
  }

  @Test
  void tokensAreRenewedOnceForAllSystemsOfAGrant() {
    int grant = connected().getInt("grantId");
    Answer added = setUp(grant, "\"4218873\",\"4218874\"");
    int first = added.json().getInt("systemId");
    int second = added.json().getJsonArray("systems").getJsonObject(1).getInt("id");
    await().atMost(PATIENCE).until(() -> successes(first) > 0 && successes(second) > 0);

    control("POST", "/control/enphase/expire", "{}");
    pollNow(first);
    pollNow(second);

    await().atMost(PATIENCE).until(() -> successes(first) > 1 && successes(second) > 1);
    assertThat(count("SELECT version FROM vendor_grants WHERE id = ?", grant)).isEqualTo(2);
  }

  @Test
  void aWithdrawnGrantStopsTheSystemUntilTheAccountIsConnectedAgain() {
    int grant = connected().getInt("grantId");
    int system = setUp(grant, "\"4218873\"").json().getInt("systemId");
    await().atMost(PATIENCE).until(() -> successes(system) > 0);

    control("POST", "/control/enphase/revoke", "{}");
    pollNow(system);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                count("SELECT COUNT(*) FROM systems WHERE id = ? AND status = 'error'", system)
                    == 1);
    assertThat(
            count(
                "SELECT COUNT(*) FROM sessions WHERE system_id = ? AND error_code = 'AUTH_EXPIRED'",
                system))
        .isPositive();
    JsonObject again = connected();

    assertThat(again.getInt("grantId")).isEqualTo(grant);
    assertThat(again.getInt("resumed")).isEqualTo(1);
    assertThat(again.getJsonArray("taken")).hasSize(1);
    await().atMost(PATIENCE).until(() -> successes(system) > 1);
  }

  @Test
  void deniedReusedForgedAndForeignAnswersAreRefused() {
    EnphaseVisit visit = EnphaseVisit.deciding(owner, "approve");
    ApiClient stranger = account("stranger-");

    Errors.assertError(visit.callBack(stranger), 403, "STATE_FOREIGN");
    Errors.assertError(
        new EnphaseVisit("liveone-connect=" + "x".repeat(43), visit.query()).callBack(owner),
        403,
        "STATE_FOREIGN");
    Errors.assertError(
        owner.get("api/auth/enphase/callback?" + visit.query()), 403, "STATE_FOREIGN");
    Errors.assertError(
        new EnphaseVisit(visit.cookie(), "code=1&state=forged").callBack(owner),
        400,
        "STATE_UNKNOWN");
    assertThat(visit.callBack(owner).status()).isEqualTo(200);
    Errors.assertError(visit.callBack(owner), 409, "STATE_USED");
    Errors.assertError(EnphaseVisit.deciding(owner, "deny").callBack(owner), 403, "ACCESS_DENIED");
  }

  @Test
  void anAnswerThatComesTooLateIsRefused() {
    EnphaseVisit visit = EnphaseVisit.deciding(owner, "approve");
    change(
        "UPDATE oauth_states SET expires_at = UTC_TIMESTAMP(3) - INTERVAL ? SECOND"
            + " WHERE used_at IS NULL",
        1);

    Errors.assertError(visit.callBack(owner), 400, "STATE_EXPIRED");
  }

  @Test
  void aCodeThatTheVendorRejectsConnectsNothing() {
    EnphaseVisit visit = EnphaseVisit.deciding(owner, "approve");
    String otherCode = visit.query().replaceFirst("code=[^&]+", "code=guessed");

    Errors.assertError(
        new EnphaseVisit(visit.cookie(), otherCode).callBack(owner), 400, "AUTH_FAILED");
  }

  @Test
  void aForeignGrantAndAForeignSystemAreNotSetUp() {
    int grant = connected().getInt("grantId");
    ApiClient stranger = account("stranger-");

    Answer foreign =
        stranger.post(
            "api/setup",
            "{\"vendorType\":\"enphase\",\"grantId\":%d,\"siteIds\":[\"4218873\"]}"
                .formatted(grant));

    Errors.assertNames(foreign, "INVALID_FIELD", "grantId");
    Errors.assertNames(setUp(grant, "\"5000000\""), "INVALID_FIELD", "siteIds");
    Errors.assertNames(setUp(grant, ""), "INVALID_FIELD", "siteIds");
  }

  @Test
  void browsersAreRedirectedThereAndBack() {
    String email = owner.get("api/account").json().getJsonObject("account").getString("email");
    ApiClient browsing = owner.withHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    Answer begun = browsing.get("api/auth/enphase/auth");
    EnphaseVisit visit = EnphaseVisit.deciding(owner, "approve");
    Answer back = visit.callBack(browsing);
    Answer page =
        new SignInForm(product.api())
            .signedIn(email, PASSWORD)
            .get("connect?" + back.headers().get("Location").split("\\?")[1]);

    assertThat(begun.status()).isEqualTo(303);
    assertThat(begun.headers().get("Location")).contains("/oauth/authorize?response_type=code");
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.headers().get("Location")).contains("/connect?vendorType=enphase&grantId=");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Example House", "Orchard Cottage", "Connect Enphase");
  }

  @Test
  void anAccountIsForgottenWithItsLastSystem() {
    int grant = connected().getInt("grantId");
    int system = setUp(grant, "\"4218873\"").json().getInt("systemId");

    Answer deleted = product.admin().method("DELETE", "api/admin/systems/" + system + "/delete");

    assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
    assertThat(count("SELECT COUNT(*) FROM vendor_grants WHERE id = ?", grant)).isZero();
  }
}
