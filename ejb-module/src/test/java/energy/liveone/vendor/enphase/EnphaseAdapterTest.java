package energy.liveone.vendor.enphase;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Daylight;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FakeServer.Received;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Flows;
import energy.liveone.vendor.LoginVendorContract;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnphaseAdapterTest extends LoginVendorContract {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final Instant NEWEST = Instant.ofEpochSecond(1763862300);

  private final FakeEnphase cloud = new FakeEnphase();

  @Override
  protected String vendorName() {
    return "enphase";
  }

  /** 25 minutes after the sample, 13:10 in Melbourne. */
  @Override
  protected Instant now() {
    return NEWEST.plusSeconds(1500);
  }

  @Override
  protected FakeEnphase vendorDouble() {
    return cloud;
  }

  @Override
  protected Surroundings surroundings(String baseUrl, Duration patience, Clock clock) {
    Surroundings plain = Surroundings.of(vendorName(), baseUrl, clock, patience);
    return new Surroundings(
        plain.http(),
        plain.sessions(),
        EnphaseParts.settings(baseUrl, EnphaseParts.REGISTRATION),
        clock);
  }

  @Override
  protected VendorAdapter adapter(Surroundings with) {
    return EnphaseParts.adapter(cloud, with);
  }

  @Override
  protected Credentials credentials(String account) {
    return FakeEnphase.credentials(account, Instant.EPOCH);
  }

  @Override
  protected String site() {
    return "4218873";
  }

  @Override
  protected String otherSite() {
    return "4218874";
  }

  @Override
  protected Usable usable() {
    return new Usable("solar_w", "512.5", 1);
  }

  @Override
  protected Usable energyInSample() {
    return new Usable("solar_interval_kwh", "349", 0.001);
  }

  /** Of the quarter of an hour that every meter tells. */
  @Override
  protected Optional<Flows> flowsOfSample() {
    serve(payload("quarter-hour.json"));
    FetchResult result = fetch(metered(), Allowance.unlimited());
    Map<String, Double> kwh = values(result);
    double solar =
        of(result, "solar_interval_kwh").stream().mapToDouble(IntervalReading::value).sum();
    double perHour = 4_000;
    return Optional.of(
        new Flows(
            solar * perHour,
            (kwh.get("grid_import_interval_kwh") - kwh.get("grid_export_interval_kwh")) * perHour,
            (kwh.get("battery_discharge_interval_kwh") - kwh.get("battery_charge_interval_kwh"))
                * perHour,
            kwh.get("load_interval_kwh") * perHour));
  }

  /** Nothing while the sun is down, and 25 minutes late while it is up. */
  @Override
  protected Instant newestAt(Instant poll, VendorSystem site) {
    Instant told = poll.minus(Duration.ofMinutes(25));
    LocalDate day = LocalDate.ofInstant(told, site.zone());
    Instant dawn = Daylight.of(site).dawn(day).orElseThrow();
    Instant dusk = Daylight.of(site).dusk(day).orElseThrow();
    if (told.isBefore(dawn)) {
      return Daylight.of(site).dusk(day.minusDays(1)).orElseThrow();
    }
    return told.isAfter(dusk) ? dusk : told;
  }

  @Override
  protected List<String> secretsOf(Credentials credentials) {
    OAuthTokens tokens = OAuthTokens.of(credentials).orElseThrow();
    return List.of(tokens.accessToken(), tokens.refreshToken(), "the-client-secret", "the-api-key");
  }

  @Override
  protected FailureCode refusedCode() {
    return FailureCode.AUTH_EXPIRED;
  }

  private static List<IntervalReading> of(FetchResult result, String point) {
    return measurements(result).intervals().stream()
        .filter(reading -> reading.point().value().equals(point))
        .toList();
  }

  private FetchResult fetchAt(String time, PollMemory memory) {
    return fetchAt(time, new Poll(Allowance.unlimited(), memory, false));
  }

  private FetchResult fetchAt(String time, Poll poll) {
    Surroundings then = surroundingsAt(Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    return Surroundings.await(
        adapter(then).fetchLatestData(system("anna", site()), credentials("anna"), poll));
  }

  private FetchResult fetch(VendorSystem system, Allowance allowance) {
    return Surroundings.await(
        adapterAlone()
            .fetchLatestData(
                system, credentials("anna"), new Poll(allowance, new PollMemory(Map.of()), false)));
  }

  // Values and times

  @Test
  void intervalsAreActualFiveMinutesWithEnergyInKwh() {
    Fetched fetched = (Fetched) fetch();

    assertThat(fetched.observedAt()).isEqualTo(NEWEST);
    assertThat(fetched.measurements().samples()).isEmpty();
    assertThat(fetched.measurements().intervals())
        .hasSize(12)
        .allSatisfy(
            reading -> {
              assertThat(reading.length()).isEqualTo(Duration.ofMinutes(5));
              assertThat(reading.quality()).isEqualTo(IntervalQuality.ACTUAL);
            });
    assertThat(values(fetched))
        .containsEntry("solar_w", 4188.0)
        .containsEntry("solar_interval_kwh", 0.349)
        .containsEntry("devices_reporting", 18.0);
    assertThat(of(fetched, "solar_w").get(0).value()).isZero();
  }

  @Test
  void laterOfTwoValuesOfAnIntervalCounts() {
    serve(payload("repeated-timestamp.json"));

    assertThat(values(fetch())).containsEntry("solar_w", 4010.0);
  }

  @Test
  void emptyIntervalsAreNothingNew() {
    serve(payload("empty-intervals.json"));

    assertThat(fetch()).isInstanceOf(NothingNew.class);
  }

  @Test
  void everyCallCarriesTokenAndKey() {
    fetch();

    Received call = vendor.dataCalls().get(0);
    assertThat(call.header("Authorization").orElse("")).startsWith("Bearer access-1-of-anna");
    assertThat(call.header("key")).contains("the-api-key");
    assertThat(call.uri().getQuery()).isNull();
    Received login = cloud.received().get(0);
    assertThat(login.header("Authorization"))
        .contains("Basic dGhlLWNsaWVudDp0aGUtY2xpZW50LXNlY3JldA==");
    assertThat(login.body().split("&"))
        .containsExactlyInAnyOrder(
            "grant_type=refresh_token", "refresh_token=first-refresh-of-anna");
  }

  // Meters and battery

  private VendorSystem metered() {
    String path = "/systems/4218873";
    cloud.page(path + "/telemetry/consumption_meter", page("consumption-quarter-hour.json"));
    cloud.page(path + "/telemetry/battery", page("battery-quarter-hour.json"));
    cloud.page(path + "/energy_import_telemetry", page("import-array-of-arrays.json"));
    cloud.page(path + "/energy_export_telemetry", page("export-array-of-arrays.json"));
    return new VendorSystem(
        "anna",
        site(),
        MELBOURNE,
        Map.of("consumption", "true", "battery", "true", "grid", "true"));
  }

  private FakeReply page(String file) {
    return FakeReply.json(payload(file));
  }

  @Test
  void metersAndBatteryAreReadWhereOptionsSaySo() {
    VendorSystem system = metered();

    FetchResult result = fetch(system, Allowance.unlimited());

    assertThat(adapterAlone().callsPerPoll(system)).isEqualTo(5);
    assertThat(adapterAlone().defaultPoints(system)).hasSize(9);
    assertThat(adapterAlone().defaultPoints(system("anna", site()))).hasSize(3);
    assertThat(values(result))
        .containsEntry("load_interval_kwh", 0.327)
        .containsEntry("battery_charge_interval_kwh", 0.212)
        .containsEntry("battery_discharge_interval_kwh", 0.0)
        .containsEntry("battery_soc", 61.0)
        .containsEntry("grid_import_interval_kwh", 0.005)
        .containsEntry("grid_export_interval_kwh", 0.48);
    assertThat(of(result, "battery_soc").get(0).length()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void meterThatIsOutsideThePlanIsToldBesideTheRest() {
    VendorSystem system = metered();
    cloud.page(
        "/systems/4218873/telemetry/battery", FakeReply.status(403, "{\"message\":\"Forbidden\"}"));

    Fetched fetched = (Fetched) fetch(system, Allowance.unlimited());

    assertThat(fetched.missing().code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(values(fetched)).containsKeys("solar_w", "load_interval_kwh").hasSize(6);
  }

  @Test
  void callsEndWithTheAllowanceAndProductionComesFirst() {
    Fetched fetched = (Fetched) fetch(metered(), Allowance.of(2));

    assertThat(fetched.missing().code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(fetched.missing().expected()).isTrue();
    assertThat(values(fetched)).containsKeys("solar_w", "load_interval_kwh").hasSize(4);
  }

  // Small hours

  /** 01:10 in Melbourne, the day of the sample being over. */
  private static final String NIGHT = "2025-11-23T14:10:00Z";

  private String day(String lastEnd) {
    long first = Instant.parse("2025-11-22T13:05:00Z").getEpochSecond();
    long last = Instant.parse(lastEnd).getEpochSecond();
    return IntStream.rangeClosed(0, (int) (last - first) / 300)
        .mapToObj(i -> "{\"end_at\":%d,\"powr\":1,\"enwh\":1}".formatted(first + 300L * i))
        .collect(Collectors.joining(",", "{\"intervals\":[", "]}"));
  }

  @Test
  void yesterdayIsReadOnceWhenItsEveningIsComplete() {
    serve(day("2025-11-23T13:00:00Z"));
    PollMemory memory = new PollMemory(Map.of());

    FetchResult first = fetchAt(NIGHT, memory);
    FetchResult second = fetchAt("2025-11-23T15:10:00Z", memory);

    assertThat(of(first, "solar_w")).hasSize(288);
    assertThat(second).isInstanceOf(NothingNew.class);
    assertThat(vendor.dataCalls()).hasSize(1);
    assertThat(vendor.dataCalls().get(0).uri().getQuery())
        .isEqualTo("start_at=1763816400&end_at=1763902800&granularity=day");
  }

  @Test
  void shortEveningIsReadAgainEveryHour() {
    serve(day("2025-11-23T11:00:00Z"));
    PollMemory memory = new PollMemory(Map.of());

    fetchAt(NIGHT, memory);
    fetchAt("2025-11-23T15:10:00Z", memory);
    serve(day("2025-11-23T13:00:00Z"));
    fetchAt("2025-11-23T16:10:00Z", memory);
    fetchAt("2025-11-23T17:10:00Z", memory);

    assertThat(vendor.dataCalls()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"58, 1", "57, 2"})
  void fourInFiveOfTheEveningIsEnough(int intervals, int calls) {
    Instant end = Instant.parse("2025-11-23T06:55:00Z").plusSeconds(300L * intervals);
    serve(day(end.toString()));
    PollMemory memory = new PollMemory(Map.of());

    fetchAt(NIGHT, memory);
    fetchAt("2025-11-23T15:10:00Z", memory);

    assertThat(vendor.dataCalls()).hasSize(calls);
  }

  @Test
  void nightAfterADayOf25HoursTakesOneCall() {
    fetchAt("2025-04-06T15:10:00Z", new PollMemory(Map.of()));

    assertThat(vendor.dataCalls()).hasSize(1);
    assertThat(vendor.dataCalls().get(0).uri().getQuery())
        .isEqualTo(
            "start_at=%d&end_at=%d&granularity=day"
                .formatted(
                    Instant.parse("2025-04-05T14:00:00Z").getEpochSecond(),
                    Instant.parse("2025-04-06T14:00:00Z").getEpochSecond()));
  }

  @Test
  void forcedPollAtNightReadsToday() {
    fetchAt(NIGHT, new Poll(Allowance.unlimited(), new PollMemory(Map.of()), true));

    assertThat(vendor.dataCalls().get(0).uri().getQuery()).isNull();
  }

  @Test
  void intervalThatEndsAtMidnightBelongsToTheDayThatIsOver() {
    serve(payload("midnight-and-first-of-next-day.json"));
    FetchResult result =
        Surroundings.await(
            EnphaseParts.history(cloud, surroundings)
                .fetchHistory(
                    system("anna", site()),
                    credentials("anna"),
                    Instant.ofEpochSecond(1763730000),
                    Instant.ofEpochSecond(1763816400),
                    Allowance.unlimited()));

    assertThat(of(result, "solar_w")).extracting(IntervalReading::value).containsExactly(2.0, 3.0);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-04-05T13:00:00Z, 2025-04-06T14:00:00Z, 2",
    "2025-10-04T14:00:00Z, 2025-10-05T13:00:00Z, 1",
    "2025-11-21T13:00:00Z, 2025-11-22T13:00:00Z, 1"
  })
  void dayOf25HoursTakesTwoCalls(Instant from, Instant to, int calls) {
    Allowance allowance = Allowance.of(2);

    Surroundings.await(
        EnphaseParts.history(cloud, surroundings)
            .fetchHistory(system("anna", site()), credentials("anna"), from, to, allowance));

    assertThat(allowance.used()).isEqualTo(calls);
    assertThat(vendor.dataCalls().get(calls - 1).uri().getQuery())
        .startsWith("start_at=" + from.plus(Duration.ofDays(calls - 1)).getEpochSecond())
        .contains("end_at=" + to.getEpochSecond());
  }

  // Refusals

  @Test
  void usedUpMonthSaysWhenItEnds() {
    vendor.onData(call -> FakeReply.status(429, payload("limit-of-the-month.json")));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure.retryTime()).contains(Instant.ofEpochSecond(1764547200));
    assertThat(failure.detail()).contains("Usage limit exceeded for plan Watt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {'message':'Not Authorized','details':'API Key -Client mismatch'} | NOT_CONFIGURED | mismatch",
        "403 | {'message':'Forbidden','details':'Not yours'} | FORBIDDEN | Not yours",
        "405 | {'reason':'405','message':['Method Not Allowed']} | BAD_RESPONSE | Method Not Allowed",
        "501 | {'reason':'501','message':['Not Implemented']} | BAD_RESPONSE | Not Implemented",
      })
  void refusalHasTheVendorsWords(int status, String body, FailureCode code, String words) {
    vendor.onData(call -> FakeReply.status(status, body.replace('\'', '"')));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.detail()).contains(words);
    assertThat(vendor.logins()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"2025-11-22T13:00:00Z, true", "2025-11-20T13:00:00Z, false"})
  void dateOutOfReachIsNothingNewForTodayOnly(Instant from, boolean nothing) {
    vendor.onData(
        call ->
            FakeReply.status(
                422,
                "{\"message\":\"Unprocessable\",\"details\":\"Requested date is in the future\"}"));
    Instant to = nothing ? now() : from.plus(Duration.ofDays(1));

    FetchResult result =
        Surroundings.await(
            EnphaseParts.history(cloud, surroundings)
                .fetchHistory(
                    system("anna", site()), credentials("anna"), from, to, Allowance.unlimited()));

    if (nothing) {
      assertThat(result).isInstanceOf(NothingNew.class);
    } else {
      assertThat(failure(result).code()).isEqualTo(FailureCode.BAD_RESPONSE);
    }
  }

  // Tokens

  @ParameterizedTest
  @CsvSource({"61, 0", "59, 1"})
  void tokensAreRenewedWhenLessThanAnHourIsLeft(int minutes, int logins) {
    cloud.acceptFirstTokens();
    Credentials credentials =
        FakeEnphase.credentials("anna", now().plus(Duration.ofMinutes(minutes)));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("anna", site()), credentials, Poll.unlimited()));

    assertThat(values(result)).isNotEmpty();
    assertThat(vendor.logins()).isEqualTo(logins);
  }

  @Test
  void tokensThatCannotBeRenewedJustNowAreUsedToTheirEnd() {
    cloud.acceptFirstTokens();
    cloud.onLogin(FakeReply.status(503, "Maintenance"));
    Credentials credentials = FakeEnphase.credentials("anna", now().plus(Duration.ofMinutes(30)));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("anna", site()), credentials, Poll.unlimited()));

    assertThat(values(result)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'error':'invalid_grant'} | AUTH_EXPIRED",
        "401 | {'error':'invalid_grant'} | AUTH_EXPIRED",
        "401 | {'error':'invalid_client'} | NOT_CONFIGURED",
        "500 | Oops | VENDOR_UNAVAILABLE",
        "429 | {} | RATE_LIMITED",
        "200 | {} | BAD_RESPONSE",
        "200 | <html> | BAD_RESPONSE",
        "200 | {'access_token':'a-new-token','enl_uid':7} | BAD_RESPONSE",
      })
  void tokenAnswerTellsWhy(int status, String body, FailureCode code) {
    cloud.onLogin(FakeReply.status(status, body.replace('\'', '"')));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(code);
    assertThat(String.valueOf(failure.response())).doesNotContain("a-new-token");
    assertThat(vendor.dataCalls()).isEmpty();
  }

  // Set-up

  private ConnectionTest tryOut(String site) {
    return Surroundings.await(
        adapterAlone().testConnection(system("try", site), credentials("anna")));
  }

  @Test
  void accountListsItsSystemsWithTheirZones() {
    cloud.page("/systems", page("systems-with-sizes-of-minus-one.json"));

    Connected connected = (Connected) tryOut("");

    assertThat(connected.sites())
        .containsExactly(
            new DiscoveredSite("4218873", "Example House", MELBOURNE),
            new DiscoveredSite("4218874", "Old Alias", ZoneId.of("US/Eastern")),
            new DiscoveredSite("4218875", "Enphase 4218875", null));
  }

  @Test
  void summaryDescribesASystem() {
    cloud.page("/systems/4218873/summary", page("summary-without-battery.json"));

    Connected connected = (Connected) tryOut("4218873");

    assertThat(connected.systemInfo())
        .isEqualTo(
            Map.of(
                "model", "Enphase, 18 microinverters",
                "solarSize", "7.38 kW",
                "status", "normal"));
    assertThat(connected.latest()).hasSize(1).containsValue(4188.0);
  }

  @Test
  void sizeOfMinusOneIsNone() {
    cloud.page("/systems/4218873/summary", page("summary-size-of-minus-one.json"));

    assertThat(((Connected) tryOut("4218873")).systemInfo())
        .doesNotContainKey("solarSize")
        .containsEntry("batterySize", "10.08 kWh");
  }

  @Test
  void foreignSystemIsRefused() {
    cloud.page("/systems/99/summary", FakeReply.status(404, "{\"message\":\"Not Found\"}"));

    assertThat(((Refused) tryOut("99")).failure().code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void withoutTheOperatorsRegistrationNothingIsAddedNorCalled() {
    Surroundings unregistered =
        new Surroundings(
            surroundings.http(),
            surroundings.sessions(),
            EnphaseParts.settings(vendor.baseUrl(), Map.of()),
            clock());

    FetchResult result =
        Surroundings.await(
            adapter(unregistered)
                .fetchLatestData(system("anna", site()), credentials("anna"), Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(adapter(unregistered).capabilities().addSystem()).isFalse();
    assertThat(adapterAlone().capabilities().addSystem()).isTrue();
    assertThat(cloud.received()).isEmpty();
  }

  @Test
  void planSetsTheLimits() {
    assertThat(adapterAlone().quotaLimits())
        .extracting(QuotaLimit::calls)
        .containsExactly(10, 1_000);
    assertThat(
            new EnphaseSettings(
                    EnphaseParts.settings(
                        vendor.baseUrl(), Map.of("liveone.vendor.enphase.plan", "Kilowatt")))
                .limits())
        .extracting(QuotaLimit::calls)
        .containsExactly(50, 50_000);
  }

  @Test
  void accountForQuotasStaysWhenTokensChange() {
    assertThat(adapterAlone().quotaAccount(credentials("anna")))
        .isEqualTo(adapterAlone().quotaAccount(FakeEnphase.credentials("anna", now())))
        .isNotEqualTo(adapterAlone().quotaAccount(credentials("ben")));
  }

  @Test
  void authorizationLeadsToTheVendorsPageAndBack() {
    var oauth =
        new EnphaseOAuth(
            new EnphaseSettings(surroundings.settings()), EnphaseParts.tokens(surroundings));

    assertThat(oauth.authorizationUri("s-1/+").toString())
        .isEqualTo(
            vendor.baseUrl()
                + "/oauth/authorize?response_type=code&client_id=the-client&redirect_uri="
                + "http%3A%2F%2Flocalhost%3A8080%2Fapi%2Fauth%2Fenphase%2Fcallback&state=s-1%2F%2B");
  }
}
