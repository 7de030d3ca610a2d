package energy.liveone.vendor.selectronic;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.history.SystemHealth;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.LoginVendorContract;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectronicAdapterTest extends LoginVendorContract {
  private static final Instant SAMPLE_TIME = Instant.ofEpochSecond(1763861518);

  private final FakeSelectronic selectLive = new FakeSelectronic();

  @Override
  protected String vendorName() {
    return "selectronic";
  }

  @Override
  protected Instant now() {
    return Instant.ofEpochSecond(1763861524);
  }

  @Override
  protected FakeSelectronic vendorDouble() {
    return selectLive;
  }

  @Override
  protected VendorAdapter adapter(Surroundings with) {
    var client = new SelectronicClient(with.http(), with.sessions(), with.settings(), with.clock());
    return new SelectronicAdapter(client, with.clock());
  }

  @Override
  protected Credentials credentials(String account) {
    return new Credentials(
        Map.of(
            "email", account + "@example.org",
            "password", "secret-of-" + account,
            "systemNumber", site()));
  }

  @Override
  protected String site() {
    return "1586";
  }

  @Override
  protected String otherSite() {
    return "1587";
  }

  @Override
  protected boolean mayStandBeside(String pointKey) {
    return pointKey.equals("solar_local_w");
  }

  @Override
  protected Usable energyInSample() {
    return new Usable("solar_kwh", "39044.251953125", 1);
  }

  private ConnectionTest tryOut(Credentials credentials) {
    return Surroundings.await(adapterAlone().testConnection(system("try", ""), credentials));
  }

  @Test
  void sampleHasTheGatewaysTimeAndAllValuesThatAreNotNone() {
    Fetched fetched = (Fetched) fetch();

    assertThat(fetched.observedAt()).isEqualTo(SAMPLE_TIME);
    assertThat(fetched.measurements().samples())
        .allMatch(reading -> reading.time().equals(SAMPLE_TIME));
    assertThat(values(fetched))
        .containsEntry("solar_w", 2641.11328125 + 1502.2705078125)
        .containsEntry("battery_w", -1874.51171875)
        .containsEntry("grid_w", -912.3046875)
        .containsEntry("solar_kwh", 39044.251953125)
        .containsEntry("generator_active", 0.0)
        .doesNotContainKeys("fault_code", "fault_time")
        .hasSize(14);
  }

  @Test
  void bodyOfALanGatewayIsReadUnchanged() {
    serve(payload("lan-19-items-without-fault-and-generator.json"));

    assertThat(values(fetch()))
        .containsEntry("solar_w", 0.0)
        .containsEntry("solar_local_w", -4.25)
        .doesNotContainKeys("generator_active", "fault_code", "fault_time")
        .hasSize(13);
  }

  @Test
  void halfASumIsNoSolarPower() {
    serve(payload("missing-fields.json"));

    assertThat(values(fetch())).containsEntry("solar_local_w", 100.0).doesNotContainKey("solar_w");
  }

  @Test
  void faultAndRunningGeneratorAreReported() {
    serve(payload("fault-and-generator-running.json"));

    assertThat(values(fetch()))
        .containsEntry("fault_code", 31.0)
        .containsEntry("fault_time", 1763860000.0)
        .containsEntry("generator_active", 1.0);
  }

  @Test
  void reversedGridSensorIsTurnedRound() {
    var reversed = new VendorSystem("anna", "1586", ZoneId.of("UTC"), Map.of("invertGrid", "true"));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(reversed, credentials("anna"), Poll.unlimited()));

    assertThat(values(result)).containsEntry("grid_w", 912.3046875);
  }

  @Test
  void documentWithoutAnyValueIsNothingNew() {
    serve(payload("only-a-timestamp.json"));

    assertThat(((NothingNew) fetch()).asOf()).isEqualTo(SAMPLE_TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp-as-text",
        "timestamp-zero",
        "timestamp-missing",
        "items-missing",
        "future-timestamp"
      })
  void dataWithoutItemsOrTimeIsBadResponse(String oddity) {
    serve(payload(oddity + ".json"));

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  @Test
  void loginSendsTheFormThatThePortalSends() {
    fetch();

    var login = selectLive.received().get(0);
    assertThat(login.body().split("&"))
        .containsExactlyInAnyOrder("email=anna%40example.org", "pwd=secret-of-anna");
    assertThat(login.header("Content-Type")).contains("application/x-www-form-urlencoded");
  }

  @Test
  void everyCallNamesUsAndDataCallsWantJson() {
    fetch();

    assertThat(selectLive.received())
        .allSatisfy(call -> assertThat(call.header("User-Agent")).contains("LiveOneEE/test"));
    assertThat(vendor.dataCalls())
        .allSatisfy(call -> assertThat(call.header("Accept")).contains("application/json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/login", "/selectronic/login", "https://select.live/login?next=/dashboard"})
  void redirectToTheLoginPageIsAnExpiredLogin(String location) {
    fetch();
    vendor.expireSessions();
    selectLive.demandLoginBy(FakeReply.redirect(location));

    assertThat(values(fetch())).isNotEmpty();
    assertThat(vendor.logins()).isEqualTo(2);
  }

  @Test
  void loginFormInPlaceOfDataIsAnExpiredLogin() {
    fetch();
    vendor.expireSessions();
    selectLive.demandLoginBy(FakeSelectronic.loginForm());

    assertThat(values(fetch())).isNotEmpty();
    assertThat(vendor.logins()).isEqualTo(2);
  }

  private FetchResult fetchAfter(int minutes) {
    Surroundings later = surroundingsAt(Clock.offset(clock(), Duration.ofMinutes(minutes)));
    return Surroundings.await(
        adapter(later)
            .fetchLatestData(system("anna", site()), credentials("anna"), Poll.unlimited()));
  }

  @Test
  void everyCallProlongsTheLogin() {
    IntStream.range(0, 5).forEach(i -> assertThat(values(fetchAfter(24 * i))).isNotEmpty());

    assertThat(vendor.logins()).isEqualTo(1);
  }

  @Test
  void loginWithLessThanFiveMinutesLeftIsRenewedBeforeTheCall() {
    fetchAfter(0);

    fetchAfter(26);

    assertThat(vendor.logins()).isEqualTo(2);
    assertThat(vendor.dataCalls()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "302, /login, true, AUTH_FAILED",
    "302, /login?next=/dashboard, true, AUTH_FAILED",
    "302, /elsewhere, true, AUTH_FAILED",
    "302, /dashboard, false, BAD_RESPONSE",
    "200, '', false, BAD_RESPONSE",
    "401, '', false, AUTH_FAILED",
    "429, '', false, RATE_LIMITED",
    "503, '', false, VENDOR_UNAVAILABLE"
  })
  void loginAnswerTellsWhy(int status, String location, boolean cookie, FailureCode code) {
    FakeReply.Full reply = FakeReply.status(status, "x");
    reply = location.isEmpty() ? reply : reply.with("Location", location);
    selectLive.onLogin(cookie ? reply.with("Set-Cookie", "a=b") : reply);

    assertThat(failure().code()).isEqualTo(code);
    assertThat(vendor.dataCalls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"302, /systems/1586", "301, https://select.live/dashboard", "200, ''"})
  void loginWithCookiesIsAccepted(int status, String location) {
    FakeReply.Full reply = FakeReply.status(status, "<p>Welcome</p>").with("Set-Cookie", "a=b=c==");
    selectLive.onLogin(location.isEmpty() ? reply : reply.with("Location", location));

    failure();

    assertThat(vendor.dataCalls())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.header("Cookie")).contains("a=b=c=="));
  }

  @ParameterizedTest
  @CsvSource({"47:59, false", "48:00, true", "52:59, true", "53:00, false"})
  void failureInTheMaintenanceWindowIsExpected(String minuteAndSecond, boolean expected) {
    vendor.onData(call -> FakeReply.status(503, "Maintenance"));
    Clock then =
        Clock.fixed(Instant.parse("2025-11-23T01:" + minuteAndSecond + "Z"), ZoneOffset.UTC);

    try (Surroundings with = surroundings(vendor.baseUrl(), Duration.ofSeconds(10), then)) {
      Failure failure =
          failure(
              Surroundings.await(
                  adapter(with)
                      .fetchLatestData(
                          system("anna", site()), credentials("anna"), Poll.unlimited())));

      assertThat(failure.code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
      assertThat(failure.expected()).isEqualTo(expected);
      assertThat(failure.detail().contains("maintenanceWindow=true")).isEqualTo(expected);
    }
  }

  @Test
  void windowWithoutAnyAnswerIsNeverRed() {
    Instant last = Instant.parse("2026-11-23T02:47:10Z");
    Instant next = Instant.parse("2026-11-23T02:53:10Z");

    assertThat(
            SystemHealth.of(
                SystemStatus.ACTIVE,
                last,
                adapterAlone().rhythm().silentUntil(last, system("anna", site())),
                next))
        .isNotEqualTo(SystemHealth.RED);
  }

  @Test
  void hangingInTheMaintenanceWindowIsUnavailable() {
    vendor.onData(call -> new FakeReply.Silence());
    Clock then = Clock.fixed(Instant.parse("2025-11-23T01:50:00Z"), ZoneOffset.UTC);

    try (Surroundings with = surroundings(vendor.baseUrl(), Duration.ofMillis(300), then)) {
      Failure failure =
          failure(
              Surroundings.await(
                  adapter(with)
                      .fetchLatestData(
                          system("anna", site()), credentials("anna"), Poll.unlimited())));

      assertThat(failure.code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
      assertThat(failure.expected()).isTrue();
    }
  }

  @Test
  void connectionTestDescribesTheSystemAndListsTheAccount() {
    selectLive.page("/dashboard", FakeReply.status(200, payload("dashboard-two-systems.html")));
    selectLive.page(
        "/dashboard/1586", FakeReply.status(200, payload("details-id-used-twice.html")));

    Connected connected = (Connected) tryOut(credentials("anna"));

    assertThat(connected.systemInfo())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "model", "SPMC482-AU",
                "serial", "221034",
                "ratings", "7.5 kW & 48 V",
                "solarSize", "9.9 kW"));
    assertThat(connected.sites())
        .containsExactly(
            new DiscoveredSite("1586", "Hill & Dale"), new DiscoveredSite("1587", "Shed"));
    assertThat(connected.latest()).containsEntry(new PointKey("battery_soc"), 83.4375);
  }

  @Test
  void connectionTestNeedsNoWebPages() {
    selectLive.page("/dashboard", FakeReply.status(500, "Oops"));
    selectLive.page("/dashboard/1586", new FakeReply.HangUp());

    Connected connected = (Connected) tryOut(credentials("anna"));

    assertThat(connected.systemInfo()).isEmpty();
    assertThat(connected.latest()).isNotEmpty();
  }

  @Test
  void connectionTestWithoutNumberListsTheSystems() {
    selectLive.page("/dashboard", FakeReply.status(200, payload("dashboard-two-systems.html")));
    var unnumbered =
        new Credentials(Map.of("email", "anna@example.org", "password", "secret-of-anna"));

    Connected connected = (Connected) tryOut(unnumbered);

    assertThat(connected.sites()).extracting(DiscoveredSite::vendorSiteId).contains("1586", "1587");
    assertThat(vendor.dataCalls()).isEmpty();
  }

  @Test
  void connectionTestForgetsItsLogin() {
    tryOut(credentials("anna"));
    tryOut(credentials("anna"));

    assertThat(vendor.logins()).isEqualTo(2);
  }

  @Test
  void connectionTestWithWrongPasswordIsRefused() {
    var wrong =
        new Credentials(
            Map.of("email", "anna@example.org", "password", "wrong-one", "systemNumber", "1586"));

    Refused refused = (Refused) tryOut(wrong);

    assertThat(refused.failure().code()).isEqualTo(FailureCode.AUTH_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../admin", "1586?x=1", "15 86", "1234567890123"})
  void systemNumberIsDigitsOnly(String number) {
    var credentials =
        new Credentials(
            Map.of(
                "email", "anna@example.org",
                "password", "secret-of-anna",
                "systemNumber", number));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("anna", ""), credentials, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(adapterAlone().vendorSiteId(credentials)).isEmpty();
  }

  @Test
  void pageOfManyOpenTagsIsReadInTime() {
    String hostile = "<td <option <select name=".repeat(100_000);

    assertThat(SelectronicPages.details(hostile)).isEmpty();
    assertThat(SelectronicPages.sites(hostile)).isEqualTo(List.of());
  }
}
