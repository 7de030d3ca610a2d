package energy.liveone.vendor.mondo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.Allowance;
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
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSettings;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MondoAdapterTest extends LoginVendorContract {
  private static final String GROUP = "7c0ffee0-0000-4000-8000-00000000000a";
  private static final Instant MINUTE = Instant.parse("2026-11-23T02:38:00Z");

  private final FakeMondo mondo = new FakeMondo();

  @Override
  protected String vendorName() {
    return "mondo";
  }

  @Override
  protected Instant now() {
    return MINUTE.plusSeconds(27);
  }

  @Override
  protected FakeMondo vendorDouble() {
    return mondo;
  }

  @Override
  protected VendorAdapter adapter(Surroundings with) {
    return new MondoAdapter(
        new MondoClient(with.http(), with.sessions(), with.settings(), with.clock()), with.clock());
  }

  @Override
  protected Credentials credentials(String account) {
    return new Credentials(
        Map.of(
            "email", account + "@example.org",
            "password", "secret-of-" + account,
            "groupId", site()));
  }

  private Credentials withoutGroup() {
    return new Credentials(Map.of("email", "anna@example.org", "password", "secret-of-anna"));
  }

  @Override
  protected String site() {
    return GROUP;
  }

  @Override
  protected String otherSite() {
    return "7c0ffee0-0000-4000-8000-00000000000b";
  }

  @Override
  protected Usable usable() {
    return new Usable("hot_water_w", "512.5", 1);
  }

  @Override
  protected Usable energyInSample() {
    return new Usable("hot_water_kwh", "4410876", 0.001);
  }

  private Fetched fetched(VendorSystem system, PollMemory memory) {
    return (Fetched)
        Surroundings.await(
            adapterAlone()
                .fetchLatestData(
                    system, credentials("anna"), new Poll(Allowance.unlimited(), memory, false)));
  }

  private VendorSystem inverted() {
    return new VendorSystem("anna", GROUP, ZoneId.of("UTC"), Map.of("invertBattery", "true"));
  }

  private ConnectionTest tryOut(Credentials credentials) {
    return Surroundings.await(adapterAlone().testConnection(system("try", ""), credentials));
  }

  private static Map<PointKey, PointDefinition> points(Fetched fetched) {
    return fetched.measurements().points().stream()
        .collect(Collectors.toMap(PointDefinition::key, Function.identity()));
  }

  // Circuits

  @Test
  void sampleHasCircuitsAndSiteOfTheMinuteOfThePoll() {
    Fetched fetched = (Fetched) fetch();

    assertThat(fetched.observedAt()).isEqualTo(MINUTE);
    assertThat(fetched.measurements().samples()).allMatch(one -> one.time().equals(MINUTE));
    assertThat(values(fetched))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("solar_w", 4310.5),
                Map.entry("battery_w", -2105.0),
                Map.entry("grid_w", -612.0),
                Map.entry("load_w", 1593.5),
                Map.entry("solar_inverter_1_w", 4310.5),
                Map.entry("solar_inverter_1_kwh", 21877310 * 0.001),
                Map.entry("battery_circuit_w", -2105.0),
                Map.entry("battery_circuit_kwh", 9120044 * 0.001),
                Map.entry("mains_w", -612.0),
                Map.entry("mains_kwh", 15003218 * 0.001),
                Map.entry("hot_water_w", 1180.0),
                Map.entry("hot_water_kwh", 4410876 * 0.001)));
  }

  @Test
  void circuitIsRecognisedByItsIdAndIsPartOfItsSubsystem() {
    PointDefinition power = points((Fetched) fetch()).get(new PointKey("hot_water_w"));

    assertThat(power.vendorField()).isEqualTo("0b8e1f5c-7d0e-4b32-9d55-2a1c6e8f0004/energyNowW");
    assertThat(power.label()).isEqualTo("Hot Water");
    assertThat(power.subsystem()).isEqualTo("load");
    assertThat(power.type()).isEqualTo("consumption.circuit");
  }

  @Test
  void hybridInverterNamedBatteryIsNeverAddedToTheBattery() {
    serve(payload("hybrid-inverter-named-battery.json"));

    assertThat(values(fetch()))
        .containsEntry("battery_w", 1500.0)
        .containsEntry("battery_storage_w", 1500.0)
        .containsEntry("battery_circuit_w", 3900.0)
        .containsEntry("solar_w", 2400.0);
  }

  @Test
  void loadTypesAreReadInAnyCaseAndSolarOfBothKindsAddsUp() {
    serve(payload("load-types-in-any-case.json"));

    assertThat(values(fetch()))
        .containsEntry("solar_w", 1500.0)
        .containsEntry("battery_w", -200.0)
        .containsEntry("grid_w", 100.0)
        .containsEntry("load_w", 1400.0);
  }

  @Test
  void solarThatIsToldAsNegativeIsAMagnitude() {
    serve(payload("negative-solar-and-load.json"));

    assertThat(values(fetch()))
        .containsEntry("solar_w", 4310.5)
        .containsEntry("solar_inverter_1_w", 4310.5)
        .containsEntry("hot_water_w", 1180.0);
  }

  @Test
  void halfASumIsNoSolarPowerAndNoLoad() {
    serve(payload("one-of-two-inverters-null.json"));

    assertThat(values(fetch()))
        .containsEntry("east_w", 900.0)
        .doesNotContainKeys("solar_w", "load_w");
  }

  @Test
  void circuitsOfOneNameHaveKeysOfTheirOwnEveryTime() {
    serve(payload("two-circuits-of-one-name.json"));

    Map<String, Double> first = values(fetch());

    assertThat(first).containsEntry("pump_w", 10.0).containsEntry("pump_2_w", 20.0);
    serve(payload("two-circuits-of-one-name-in-other-order.json"));
    assertThat(values(fetch())).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "Hot Water, hot_water",
    "Küche (1. Stock), kuche_1_stock",
    "Battery, battery_circuit",
    "GRID, grid_circuit",
    "3 Phase Pump, circuit_3_phase_pump",
    "'???', circuit",
    "'  a--b  ', a_b"
  })
  void slugIsMadeOfTheName(String name, String slug) {
    assertThat(MondoCircuit.slug(name)).isEqualTo(slug);
    assertThat(PointKey.isValid(slug + "_kwh")).isTrue();
  }

  @Test
  void slugOfALongNameIsShortEnoughForAKey() {
    assertThat(PointKey.isValid(MondoCircuit.slug("x".repeat(500)) + "_12_kwh")).isTrue();
  }

  @Test
  void noCircuitsAreNothingNew() {
    serve("{\"rows\":[]}");

    assertThat(fetch()).isInstanceOf(NothingNew.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"rows\":null}", "{\"rows\":{}}", "{\"rows\":7}"})
  void dataWithoutRowsIsBadResponse(String body) {
    serve(body);

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  @Test
  void unknownTypeIsALoadAndIsReportedOnce() {
    serve(payload("unknown-values.json"));
    PollMemory memory = new PollMemory(Map.of());

    Fetched first = fetched(system("anna", GROUP), memory);
    Fetched second = fetched(system("anna", GROUP), memory);

    assertThat(points(first).get(new PointKey("hot_water_w")).subsystem()).isEqualTo("load");
    assertThat(first.response()).contains("new type of circuit", "heatpumpv2");
    assertThat(second.response()).doesNotContain("new type of circuit");
  }

  // Widget

  @Test
  void chargeHasTheWidgetsOwnTime() {
    mondo.widget(GROUP, payload("widget.json"));

    assertThat(((Fetched) fetch()).measurements().samples())
        .contains(
            new Reading(new PointKey("battery_soc"), Instant.parse("2026-11-23T02:31:00Z"), 58.0));
  }

  @Test
  void oldDemandIsNoLoadOfNow() {
    mondo.widget(GROUP, payload("widget.json"));

    assertThat(values(fetch())).containsEntry("load_w", 1593.5);
  }

  @Test
  void demandOfTheSameMomentIsTheLoad() {
    mondo.widget(GROUP, payload("widget.json").replace("02:31:00Z", "02:37:00"));

    assertThat(values(fetch())).containsEntry("load_w", 1590.0);
  }

  @Test
  void demandIsTheLoadAtItsOwnTimeWhereNoBalanceCanBeMade() {
    serve(payload("no-gate-meter.json"));
    mondo.widget(GROUP, payload("widget.json"));

    assertThat(((Fetched) fetch()).measurements().samples())
        .contains(
            new Reading(new PointKey("load_w"), Instant.parse("2026-11-23T02:31:00Z"), 1590.0));
  }

  @Test
  void widgetOfTheFutureIsNotBelieved() {
    mondo.widget(GROUP, payload("widget.json").replace("02:31:00Z", "03:31:00Z"));

    assertThat(values(fetch())).doesNotContainKey("battery_soc").containsEntry("load_w", 1593.5);
  }

  @Test
  void widgetThatStoppedHalfAnHourAgoShowsThatNothingIsNew() {
    mondo.widget(GROUP, payload("widget.json").replace("02:31:00Z", "02:07:00Z"));

    assertThat(((NothingNew) fetch()).asOf()).isEqualTo(Instant.parse("2026-11-23T02:07:00Z"));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 429, 500})
  void refusedWidgetCostsOnlyWhatItTells(int status) {
    mondo.reply("GET /liveusage/widget/" + GROUP, FakeReply.status(status, "no"));

    Fetched fetched = (Fetched) fetch();

    assertThat(values(fetched)).containsEntry("load_w", 1593.5).doesNotContainKey("battery_soc");
    assertThat(fetched.missing().httpStatus()).isEqualTo(status);
  }

  @Test
  void lastCallOfAnAllowanceGoesToTheCircuits() {
    Fetched fetched =
        (Fetched)
            Surroundings.await(
                begin("anna", new Poll(Allowance.of(1), new PollMemory(Map.of()), false)));

    assertThat(values(fetched)).containsEntry("load_w", 1593.5);
    assertThat(mondo.steps()).noneMatch(step -> step.contains("widget"));
  }

  // Sign of the battery

  @Test
  void invertedBatteryIsTurnedRoundAndSoIsItsCircuit() {
    Fetched fetched = fetched(inverted(), new PollMemory(Map.of()));

    assertThat(values(fetched))
        .containsEntry("battery_w", 2105.0)
        .containsEntry("battery_circuit_w", 2105.0)
        .containsEntry("solar_inverter_1_w", 4310.5);
  }

  @Test
  void wrongSignIsToldWhenTheDemandContradictsItAgainAndAgain() {
    mondo.widget(GROUP, payload("widget.json"));
    PollMemory memory = new PollMemory(Map.of());

    for (int poll = 1; poll < 5; poll++) {
      assertThat(fetched(inverted(), memory).response()).doesNotContain("invertBattery");
    }

    assertThat(fetched(inverted(), memory).response()).contains("invertBattery");
    assertThat(memory.text(MondoRemarks.SIGN_VOTES)).contains("-5");
  }

  @Test
  void rightSignIsNeverToldToBeWrong() {
    mondo.widget(GROUP, payload("widget.json"));
    PollMemory memory = new PollMemory(Map.of());

    for (int poll = 0; poll < 20; poll++) {
      assertThat(fetched(system("anna", GROUP), memory).response()).doesNotContain("invertBattery");
    }
    assertThat(memory.text(MondoRemarks.SIGN_VOTES)).contains("10");
  }

  // Login

  @Test
  void loginGoesThroughPageFormCodeAndToken() {
    fetch();

    assertThat(mondo.steps())
        .startsWith(
            "GET /Account/Login",
            "POST /Account/Login",
            "GET /connect/authorize",
            "POST /connect/token",
            "GET /subcircuit/" + GROUP);
  }

  @Test
  void everyLoginHasAStateAndAChallengeOfItsOwn() {
    fetch();
    vendor.expireSessions();
    fetch();

    List<String> queries =
        mondo.received().stream()
            .filter(call -> call.path().equals("/connect/authorize"))
            .map(call -> call.uri().getRawQuery())
            .toList();
    assertThat(queries).hasSize(2);
    assertThat(queries.get(0).replaceAll(".*[?&]state=([^&]+).*", "$1"))
        .isNotEqualTo(queries.get(1).replaceAll(".*[?&]state=([^&]+).*", "$1"));
    assertThat(queries.get(0).replaceAll(".*code_challenge=([^&]+).*", "$1"))
        .isNotEqualTo(queries.get(1).replaceAll(".*code_challenge=([^&]+).*", "$1"));
  }

  @Test
  void cookiesOfOneLoginAreInNoOther() {
    Surroundings.await(begin("anna"));
    Surroundings.await(begin("ben"));

    List<String> cookies =
        mondo.received().stream()
            .filter(call -> call.path().equals("/connect/authorize"))
            .map(call -> call.header("Cookie").orElse(""))
            .toList();
    assertThat(cookies).hasSize(2).doesNotHaveDuplicates();
    assertThat(cookies.get(0).split("; ")).hasSize(2).doesNotContain(cookies.get(1).split("; "));
    assertThat(mondo.dataCalls()).noneMatch(call -> call.header("Cookie").isPresent());
  }

  @Test
  void tokenIsRefreshedAMinuteBeforeItEnds() {
    mondo.tokensLive(300);
    fetch();

    fetchWithClockOff(Duration.ofSeconds(239));
    assertThat(mondo.logins()).isEqualTo(1);

    fetchWithClockOff(Duration.ofMinutes(4));
    assertThat(mondo.logins()).isEqualTo(2);
    assertThat(mondo.steps()).filteredOn("POST /Account/Login"::equals).hasSize(1);
  }

  @Test
  void refusedTokenIsRefreshedWithoutThePassword() {
    fetch();
    mondo.expireAccessTokens();

    assertThat(values(fetch())).isNotEmpty();
    assertThat(mondo.steps()).filteredOn("POST /Account/Login"::equals).hasSize(1);
  }

  @Test
  void refusedRefreshTokenIsFollowedByAFullLogin() {
    fetch();
    vendor.expireSessions();

    assertThat(values(fetch())).isNotEmpty();
    assertThat(mondo.steps()).filteredOn("POST /Account/Login"::equals).hasSize(2);
  }

  @Test
  void refreshThatIsRateLimitedIsNoReasonForAFullLogin() {
    fetch();
    mondo.expireAccessTokens();
    mondo.reply("POST /connect/token", FakeReply.status(429, "").with("Retry-After", "60"));

    assertThat(failure().code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(mondo.steps()).filteredOn("POST /Account/Login"::equals).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /Account/Login, 200, <html>New design</html>, '', BAD_RESPONSE",
    "GET /Account/Login, 404, gone, '', BAD_RESPONSE",
    "GET /Account/Login, 503, later, '', VENDOR_UNAVAILABLE",
    "POST /Account/Login, 302, '', /Account/Login?error=1, AUTH_FAILED",
    "POST /Account/Login, 302, '', /, BAD_RESPONSE",
    "POST /Account/Login, 400, bad, '', BAD_RESPONSE",
    "POST /Account/Login, 200, <p>Second factor</p>, '', BAD_RESPONSE",
    "POST /Account/Login, 429, slow, '', RATE_LIMITED",
    "GET /connect/authorize, 302, '', https://example.org/cb?error=x&state=y, BAD_RESPONSE",
    "GET /connect/authorize, 302, '', https://example.org/cb?code=abc&state=forged, BAD_RESPONSE",
    "GET /connect/authorize, 200, hello, '', BAD_RESPONSE",
    "POST /connect/token, 400, '{\"error\":\"invalid_grant\"}', '', AUTH_FAILED",
    "POST /connect/token, 400, '{\"error\":\"invalid_client\"}', '', BAD_RESPONSE",
    "POST /connect/token, 200, '{}', '', BAD_RESPONSE",
    "POST /connect/token, 200, '<html>', '', BAD_RESPONSE",
    "POST /connect/token, 500, oops, '', VENDOR_UNAVAILABLE"
  })
  void stepOfTheLoginTellsWhy(
      String step, int status, String body, String location, FailureCode code) {
    FakeReply.Full reply = FakeReply.status(status, body);
    mondo.reply(step, location.isEmpty() ? reply : reply.with("Location", location));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(code);
    assertThat(mondo.spentSecrets()).noneMatch(secret -> failure.toString().contains(secret));
    assertThat(vendor.dataCalls()).isEmpty();
  }

  @Test
  void keyGoesInPlaceOfATokenAndNeedsNoLogin() {
    var key = new Credentials(Map.of("apiKey", "key-of-anna", "groupId", GROUP));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("anna", GROUP), key, Poll.unlimited()));

    assertThat(values(result)).isNotEmpty();
    assertThat(mondo.steps()).noneMatch(step -> step.contains("Login") || step.contains("connect"));
  }

  @Test
  void refusedKeyIsAuthFailedAtOnce() {
    mondo.refuseLogins();
    var key = new Credentials(Map.of("apiKey", "key-of-anna", "groupId", GROUP));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("anna", GROUP), key, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.AUTH_FAILED);
    assertThat(mondo.steps()).containsExactly("GET /subcircuit/" + GROUP);
  }

  @Test
  void identityServiceHasAnAddressOfItsOwnWhenToldSo() {
    FakeMondo elsewhere = new FakeMondo();
    var settings =
        new VendorSettings(
            name ->
                switch (name) {
                  case "liveone.vendor.mondo.base-url" -> Optional.of(mondo.baseUrl());
                  case "liveone.vendor.mondo.identity-url" -> Optional.of(elsewhere.baseUrl());
                  default -> Optional.empty();
                });
    var client =
        new MondoClient(
            surroundings.http(), surroundings.sessions(), settings, surroundings.clock());

    Surroundings.await(
        new MondoAdapter(client, clock())
            .fetchLatestData(system("anna", GROUP), credentials("anna"), Poll.unlimited()));

    assertThat(elsewhere.steps()).contains("GET /Account/Login", "POST /connect/token");
    assertThat(mondo.steps()).allMatch(step -> step.startsWith("GET /subcircuit"));
    elsewhere.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../admin", "7c0ffee0", "7c0ffee0-0000-4000-8000-00000000000a/x"})
  void groupIdIsAUuid(String group) {
    var credentials =
        new Credentials(
            Map.of("email", "a@example.org", "password", "secret-of-a", "groupId", group));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("a", ""), credentials, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(adapterAlone().vendorSiteId(credentials)).isEmpty();
  }

  // Connection test

  private void twoOrganizations() {
    mondo.reply("GET /monitoring/organizations", FakeReply.json(payload("organizations.json")));
    mondo.reply(
        "GET /monitoring/organizations/org-1/monitoringpointgroups",
        FakeReply.json("[{\"id\":\"" + GROUP + "\",\"name\":\"12 Example Rd\"}]"));
    mondo.reply(
        "GET /monitoring/organizations/org-2/monitoringpointgroups",
        FakeReply.json("[{\"id\":\"" + otherSite() + "\",\"name\":\"Shed\"},{\"id\":null}]"));
  }

  @Test
  void connectionTestWithoutGroupListsTheGroupsOfAllOrganizations() {
    twoOrganizations();

    Connected connected = (Connected) tryOut(withoutGroup());

    assertThat(connected.sites())
        .extracting(DiscoveredSite::vendorSiteId, DiscoveredSite::name)
        .containsExactly(tuple(GROUP, "12 Example Rd"), tuple(otherSite(), "Shed"));
    assertThat(vendor.dataCalls()).isEmpty();
  }

  @Test
  void connectionTestOfTheOnlyGroupReadsIt() {
    twoOrganizations();
    mondo.reply("GET /monitoring/organizations/org-2/monitoringpointgroups", FakeReply.json("[]"));

    Connected connected = (Connected) tryOut(withoutGroup());

    assertThat(connected.sites()).extracting(DiscoveredSite::vendorSiteId).containsExactly(GROUP);
    assertThat(connected.latest()).containsEntry(new PointKey("hot_water_w"), 1180.0);
    assertThat(connected.systemInfo()).containsEntry("circuits", "4");
  }

  @Test
  void connectionTestWithGroupNeedsNoList() {
    Connected connected = (Connected) tryOut(credentials("anna"));

    assertThat(connected.latest()).containsEntry(new PointKey("load_w"), 1593.5);
    assertThat(connected.points())
        .extracting(PointDefinition::key)
        .contains(new PointKey("load_w"), new PointKey("hot_water_w"));
    assertThat(connected.sites()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, [], NOT_FOUND", "200, {}, BAD_RESPONSE", "403, no, FORBIDDEN"})
  void accountWithoutGroupsIsRefusedWithTheReason(int status, String body, FailureCode code) {
    mondo.reply(
        "GET /monitoring/organizations",
        FakeReply.status(status, body).with("Content-Type", "application/json"));

    Refused refused = (Refused) tryOut(withoutGroup());

    assertThat(refused.failure().code()).isEqualTo(code);
  }

  @Test
  void connectionTestForgetsItsLogin() {
    tryOut(credentials("anna"));
    tryOut(credentials("anna"));

    assertThat(vendor.logins()).isEqualTo(2);
  }

  @Test
  void idOfAnotherKindIsForbiddenWithAHint() {
    vendor.onData(call -> FakeReply.status(403, "{\"message\":\"Forbidden\"}"));

    assertThat(failure().detail()).contains("not the id of a group");
  }

  @Test
  void quotaIsOfTheAccountWhateverThePasswordIs() {
    VendorAdapter adapter = adapterAlone();
    var changed =
        new Credentials(Map.of("email", "anna@example.org", "password", "another-password"));

    assertThat(adapter.quotaAccount(changed)).isEqualTo(adapter.quotaAccount(credentials("anna")));
    assertThat(adapter.quotaAccount(credentials("ben")))
        .isNotEqualTo(adapter.quotaAccount(credentials("anna")));
  }

  @Test
  void clockIsOnlyAskedForTheMinute() {
    Fetched fetched =
        (Fetched)
            Surroundings.await(
                adapter(surroundingsAt(Clock.offset(clock(), Duration.ofSeconds(32))))
                    .fetchLatestData(system("anna", GROUP), credentials("anna"), Poll.unlimited()));

    assertThat(fetched.observedAt()).isEqualTo(MINUTE);
  }

  @Test
  void pageOfManyOpenTagsIsReadInTime() {
    assertThat(MondoPortal.verificationToken("<input name=".repeat(200_000))).isEmpty();
  }
}
