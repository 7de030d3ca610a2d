package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.reading.Forecast;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
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
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.PolledVendorContract;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmberAdapterTest extends PolledVendorContract {
  private static final Instant NOW = Instant.parse("2026-11-23T02:31:07Z");
  private static final String SITE = "01F5A5CRKMZ5BCX9P1S4V990AM";
  private static final String OTHER_SITE = "01GQ7T2V9RJ4S8M6P3K5N1H0EB";

  private final FakeAmber amber = new FakeAmber();

  @Override
  protected String vendorName() {
    return "amber";
  }

  @Override
  protected Instant now() {
    return NOW;
  }

  @Override
  protected FakeAmber vendorDouble() {
    return amber;
  }

  @Override
  protected VendorAdapter adapter(Surroundings with) {
    return new AmberAdapter(
        new AmberClient(with.http(), with.settings(), with.clock()), with.clock());
  }

  @Override
  protected Credentials credentials(String account) {
    return new Credentials(Map.of("apiKey", "psk_secret_of_" + account, "siteId", SITE));
  }

  @Override
  protected String site() {
    return SITE;
  }

  @Override
  protected String otherSite() {
    return OTHER_SITE;
  }

  @Override
  protected Usable usable() {
    return new Usable("grid_import_price", "512.5", 1);
  }

  @Override
  protected boolean tellsTheBalance() {
    return false;
  }

  @Override
  protected Optional<Usable> energyInSample() {
    return Optional.empty();
  }

  @Override
  protected FailureCode codeOf(int status, FailureCode usual) {
    return status == 403 ? FailureCode.AUTH_FAILED : usual;
  }

  private static VendorSystem systemWith(String channels, int minutes) {
    return new VendorSystem(
        "anna",
        SITE,
        ZoneId.of("Australia/Melbourne"),
        Map.of("channels", channels, "intervalLength", Integer.toString(minutes)));
  }

  private FetchResult fetch(VendorSystem system, Poll poll) {
    return Surroundings.await(adapterAlone().fetchLatestData(system, credentials("anna"), poll));
  }

  private Measurements fetched(String prices) {
    serve(payload(prices));
    return measurements(fetch());
  }

  private Measurements fetchedWithUsage(String usage, String channels) {
    serve("[]");
    amber.onUsage(call -> FakeReply.json(payload(usage)));
    return measurements(fetch(systemWith(channels, 30), Poll.unlimited()));
  }

  private static List<IntervalReading> of(Measurements all, String point) {
    return all.intervals().stream().filter(r -> r.point().value().equals(point)).toList();
  }

  private static IntervalReading only(Measurements all, String point) {
    assertThat(of(all, point)).as(point).hasSize(1);
    return of(all, point).get(0);
  }

  private static List<Forecast> forecasts(Measurements all, String point) {
    return all.forecasts().stream().filter(f -> f.point().value().equals(point)).toList();
  }

  // Prices

  @Test
  void intervalsEndWhereAmberSaysAndAreAsLongAsItSays() {
    Fetched fetched = (Fetched) fetch();

    List<IntervalReading> prices = of(fetched.measurements(), "grid_import_price");
    assertThat(prices)
        .extracting(IntervalReading::end)
        .containsExactly(
            Instant.parse("2026-11-23T02:30:00Z"), Instant.parse("2026-11-23T03:00:00Z"));
    assertThat(prices).allMatch(price -> price.length().equals(Duration.ofMinutes(30)));
    assertThat(fetched.observedAt()).isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
    assertThat(fetched.measurements().samples()).isEmpty();
  }

  @Test
  void estimateIsOneUntilAmberSaysOtherwise() {
    Measurements all = measurements(fetch());

    assertThat(of(all, "grid_import_price"))
        .extracting(IntervalReading::quality)
        .containsExactly(IntervalQuality.ACTUAL, IntervalQuality.ESTIMATED);
    serve(payload("sample.json").replace("\"estimate\": true", "\"estimate\": false"));
    assertThat(measurements(fetch()).intervals())
        .allMatch(reading -> reading.quality() == IntervalQuality.ACTUAL);
  }

  @Test
  void feedInPriceIsWhatItEarns() {
    Measurements all = measurements(fetch());

    assertThat(of(all, "grid_export_price"))
        .extracting(IntervalReading::value)
        .containsExactly(2.2, 1.79);
  }

  @Test
  void feedInThatCostsIsBelowZeroAndSoIsANegativePrice() {
    Measurements all = fetched("midday-negative-exporting-costs.json");

    assertThat(only(all, "grid_export_price").value()).isEqualTo(-7.35);
    assertThat(only(all, "grid_import_price").value()).isEqualTo(-3.62);
    assertThat(only(all, "grid_spot_price").value()).isEqualTo(-6.05);
    assertThat(only(all, "grid_renewables").value()).isEqualTo(104.3);
    assertAllPlausible(all);
  }

  @Test
  void spikeIsKept() {
    Measurements all = fetched("spike-1500-cents.json");

    assertThat(only(all, "grid_spot_price").value()).isEqualTo(1500.0);
    assertThat(only(all, "grid_import_price").value()).isEqualTo(1763.4);
    assertThat(only(all, "grid_export_price").value()).isEqualTo(1497.9);
    assertThat(only(all, "price_spike").value()).isEqualTo(2.0);
    assertThat(only(all, "tariff_period").value()).isEqualTo(3.0);
    assertAllPlausible(all);
  }

  private void assertAllPlausible(Measurements all) {
    Map<PointKey, PointDefinition> points =
        adapterAlone().defaultPoints(system("anna", SITE)).stream()
            .collect(Collectors.toMap(PointDefinition::key, p -> p));
    assertThat(all.intervals())
        .allSatisfy(r -> assertThat(points.get(r.point()).range().admits(r.value())).isTrue());
  }

  @Test
  void whatIsTheSameForAllChannelsIsTakenFromGeneral() {
    serve(
        payload("sample.json").replace("-2.2, \"spotPerKwh\": 2.31", "-2.2, \"spotPerKwh\": 9.99"));

    assertThat(of(measurements(fetch()), "grid_spot_price"))
        .extracting(IntervalReading::value)
        .containsExactly(2.31, 1.87);
  }

  @Test
  void tariffPeriodIsToldOnlyWhenAmberTellsIt() {
    Measurements all = fetched("tariff-missing-or-demand-window-only.json");

    assertThat(of(all, "grid_import_price")).hasSize(3);
    assertThat(only(all, "tariff_period").end()).isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
    assertThat(only(all, "tariff_period").value()).isEqualTo(1.0);
  }

  @Test
  void midnightOfTheMarketEndsTheDayInEverySeason() {
    serve(
        """
        [{"type":"ActualInterval","date":"2026-11-22","duration":30,
          "startTime":"2026-11-22T13:30:01Z","endTime":"2026-11-22T14:00:00Z",
          "nemTime":"2026-11-23T00:00:00+10:00","perKwh":5.5,"channelType":"general"},
         {"type":"ActualInterval","date":"2026-06-22","duration":30,
          "nemTime":"2026-06-23T00:00:00+10:00","perKwh":6.5,"channelType":"general"}]
        """);

    assertThat(of(measurements(fetch()), "grid_import_price"))
        .extracting(IntervalReading::end)
        .containsExactly(
            Instant.parse("2026-11-22T14:00:00Z"), Instant.parse("2026-06-22T14:00:00Z"));
    assertThat(NemDay.ofEnd(Instant.parse("2026-11-22T14:00:00Z"))).hasToString("2026-11-22");
    assertThat(NemDay.after(Instant.parse("2026-11-22T14:00:00Z"))).hasToString("2026-11-23");
  }

  @Test
  void dayOfAFiveMinuteSiteHas288Intervals() {
    Instant midnight = Instant.parse("2026-11-21T14:00:00Z");
    serve(
        IntStream.rangeClosed(1, 288)
            .mapToObj(i -> midnight.plus(Duration.ofMinutes(5L * i)))
            .map(
                end ->
                    ("{\"type\":\"ActualInterval\",\"duration\":5,\"startTime\":\"%s\","
                            + "\"endTime\":\"%s\",\"perKwh\":%d,\"channelType\":\"general\"}")
                        .formatted(end.minusSeconds(299), end, end.getEpochSecond() % 1000))
            .collect(Collectors.joining(",", "[", "]")));

    List<IntervalReading> prices =
        of(measurements(fetch(systemWith("E1:general", 5), Poll.unlimited())), "grid_import_price");

    assertThat(prices).hasSize(288).allMatch(p -> p.length().equals(Duration.ofMinutes(5)));
    assertThat(prices.get(287).end()).isEqualTo(Instant.parse("2026-11-22T14:00:00Z"));
    assertThat(prices).extracting(IntervalReading::end).doesNotHaveDuplicates();
  }

  // Forecasts

  @Test
  void forecastsStandApartWithTheirBoundsInOurSign() {
    Measurements all = measurements(fetch());

    Forecast dear = forecasts(all, "grid_import_price").get(0);
    assertThat(dear.end()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(List.of(dear.low(), dear.value(), dear.high())).containsExactly(60.1, 164.2, 240.8);
    Forecast earning = forecasts(all, "grid_export_price").get(0);
    assertThat(List.of(earning.low(), earning.value(), earning.high()))
        .containsExactly(42.0, 118.4, 190.5);
    assertThat(forecasts(all, "grid_spot_price").get(0).low()).isNull();
    assertThat(forecasts(all, "price_spike").get(0).value()).isEqualTo(1.0);
    assertThat(all.intervals())
        .noneMatch(r -> r.end().isAfter(Instant.parse("2026-11-23T03:00:00Z")));
  }

  @Test
  void priceMayLieOutsideItsBoundsAndBoundsMayBeMissing() {
    Measurements all = fetched("forecast-bounds-incomplete-and-price-outside.json");

    assertThat(forecasts(all, "grid_import_price"))
        .extracting(Forecast::low, Forecast::value, Forecast::high)
        .containsExactly(tuple(70.1, 64.2, 240.8), tuple(null, 64.2, 240.8));
    assertThat(forecasts(all, "grid_export_price"))
        .extracting(Forecast::low, Forecast::value, Forecast::high)
        .containsExactly(tuple(66.0, 60.2, 230.0), tuple(null, 60.2, 230.0));
  }

  @Test
  void forecastsOfBothLengthsGiveOneForEachEndAndNoneOfThePast() {
    Measurements all = fetched("forecasts-of-5-and-30-minutes.json");

    assertThat(forecasts(all, "grid_import_price"))
        .extracting(Forecast::value)
        .containsExactlyInAnyOrder(12.0, 13.0, 15.0);
    assertThat(forecasts(all, "grid_import_price"))
        .extracting(f -> f.length().toMinutes())
        .containsExactlyInAnyOrder(5L, 5L, 30L);
  }

  @Test
  void onlyForecastsAreStillSomething() {
    serve(payload("forecast-bounds-incomplete-and-price-outside.json"));

    assertThat(((Fetched) fetch()).observedAt()).isEqualTo(NOW);
  }

  // Usage

  @Test
  void usageHasTheQualityThatAmberSays() {
    Measurements all =
        fetchedWithUsage("usage-estimated-and-billable.json", "E1:general,B1:feedIn");

    assertThat(of(all, "grid_import_interval_kwh"))
        .extracting(IntervalReading::value, IntervalReading::quality)
        .containsExactly(
            tuple(0.412, IntervalQuality.BILLABLE), tuple(0.3, IntervalQuality.ESTIMATED));
    assertThat(of(all, "grid_import_cost"))
        .extracting(IntervalReading::value)
        .containsExactly(15.718, 11.445);
    assertThat(of(all, "grid_export_credit"))
        .extracting(IntervalReading::value)
        .containsExactly(4.8, 0.0);
    assertThat(of(all, "grid_export_interval_kwh"))
        .extracting(IntervalReading::quality)
        .containsExactly(IntervalQuality.BILLABLE, IntervalQuality.ESTIMATED);
    assertThat(of(all, "grid_import_price")).as("prices come from price records").isEmpty();
  }

  @Test
  void exportedEnergyIsAboveZeroWhateverItsSignAndItsCostABadCredit() {
    Measurements all =
        fetchedWithUsage(
            "usage-feed-in-below-zero-and-exporting-costs.json", "E1:general,B1:feedIn");

    assertThat(only(all, "grid_export_interval_kwh").value()).isEqualTo(1.75);
    assertThat(only(all, "grid_export_credit").value()).isEqualTo(-4.375);
  }

  @Test
  void channelsOfOneKindNeverOverwriteEachOther() {
    Measurements all =
        fetchedWithUsage(
            "usage-two-general-and-controlled.json",
            "E1:general,E2:general,E3:controlledLoad,B1:feedIn");

    assertThat(
            all.intervals().stream()
                .collect(Collectors.toMap(r -> r.point().value(), IntervalReading::value)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "grid_import_interval_kwh", 0.5,
                "grid_import_cost", 19.0,
                "grid_import_interval_kwh_e2", 0.125,
                "grid_import_cost_e2", 3.75,
                "grid_controlled_interval_kwh", 0.75));
  }

  @Test
  void pricesOfTwoGeneralChannelsAreToldInTheirOrder() {
    serve(payload("two-general-channels.json"));

    Measurements all =
        measurements(fetch(systemWith("E1:general,E2:general,B1:feedIn", 30), Poll.unlimited()));

    assertThat(only(all, "grid_import_price").value()).isEqualTo(20.5);
    assertThat(only(all, "grid_import_price_e2").value()).isEqualTo(8.25);
    assertThat(only(all, "grid_export_price").value()).isEqualTo(1.79);
  }

  @Test
  void failureOfUsageStopsNoPrices() {
    amber.onUsage(call -> FakeReply.status(500, "{\"message\":\"Internal server error\"}"));

    Fetched fetched = (Fetched) fetch();

    assertThat(values(fetched)).containsKey("grid_import_price");
    assertThat(fetched.missing()).isNotNull();
    assertThat(fetched.missing().code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
  }

  @Test
  void usageThatHasNotComeInIsNothingMissing() {
    Fetched fetched = (Fetched) fetch();

    assertThat(amber.usageQueries()).containsExactly("startDate=2026-11-22&endDate=2026-11-22");
    assertThat(fetched.missing()).isNull();
  }

  @Test
  void nothingAtAllIsNothingNew() {
    serve("[]");

    assertThat(fetch()).isInstanceOf(NothingNew.class);
  }

  // Calls

  @Test
  void pricesOfTodayAndTomorrowAreAskedForWithTheKey() {
    fetch();

    assertThat(amber.dataCalls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.uri())
                  .hasToString(
                      "/sites/" + SITE + "/prices?startDate=2026-11-23&endDate=2026-11-24");
              assertThat(call.header("Authorization")).contains("Bearer psk_secret_of_anna");
              assertThat(call.header("Accept")).contains("application/json");
            });
  }

  @Test
  void afterMidnightTheDayBeforeIsAskedForToo() {
    fetchAt("2026-11-22T14:00:30Z", new PollMemory(Map.of()));
    fetchAt("2026-11-22T15:00:30Z", new PollMemory(Map.of()));

    assertThat(amber.dataCalls())
        .extracting(call -> call.uri().getQuery())
        .containsExactly(
            "startDate=2026-11-22&endDate=2026-11-24", "startDate=2026-11-23&endDate=2026-11-24");
  }

  private FetchResult fetchAt(String time, PollMemory memory) {
    Surroundings then = surroundingsAt(Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    return Surroundings.await(
        adapter(then)
            .fetchLatestData(
                systemWith("E1:general,B1:feedIn", 30),
                credentials("anna"),
                new Poll(Allowance.unlimited(), memory, false)));
  }

  @Test
  void withOneCallLeftOnlyPricesAreAskedFor() {
    Fetched fetched =
        (Fetched)
            fetch(system("anna", SITE), new Poll(Allowance.of(1), new PollMemory(Map.of()), true));

    assertThat(amber.received()).hasSize(1);
    assertThat(fetched.missing()).isNull();
  }

  @Test
  void usageIsAskedForAfterItsPauseOnly() {
    amber.onUsage(call -> FakeReply.status(500, ""));
    PollMemory memory = new PollMemory(Map.of());

    fetchAt("2026-11-23T02:30:30Z", memory);
    fetchAt("2026-11-23T02:35:30Z", memory);
    fetchAt("2026-11-23T03:25:30Z", memory);
    assertThat(amber.usageQueries()).hasSize(1);
    fetchAt("2026-11-23T03:30:30Z", memory);
    assertThat(amber.usageQueries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 2026-11-23T02:40:00Z",
    "Retry-After, 10, 2026-11-23T02:40:00Z",
    "Retry-After, 1800, 2026-11-23T03:01:07Z",
    "RateLimit-Reset, 600, 2026-11-23T02:41:07Z",
    "RateLimit-Reset, soon, 2026-11-23T02:40:00Z"
  })
  void afterTooManyCallsThereIsNoneForAWindowBeyondTheNextBoundary(
      String header, String value, Instant retryAt) {
    FakeReply.Full refusal = FakeReply.status(429, "Too Many Requests");
    vendor.onData(call -> header.isEmpty() ? refusal : refusal.with(header, value));
    PollMemory memory = new PollMemory(Map.of());

    Failure failure = failure(fetchAt(NOW.toString(), memory));
    Failure again = failure(fetchAt(retryAt.minusSeconds(1).toString(), memory));

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure.retryTime()).contains(retryAt);
    assertThat(again.retryTime()).contains(retryAt);
    assertThat(amber.received()).hasSize(1);
    fetchAt(retryAt.toString(), memory);
    assertThat(amber.received()).hasSize(2);
  }

  @Test
  void limitHitByUsageHoldsTheNextPricesBackToo() {
    amber.onUsage(call -> FakeReply.status(429, ""));
    PollMemory memory = new PollMemory(Map.of());

    Fetched fetched = (Fetched) fetchAt("2026-11-23T02:30:30Z", memory);
    FetchResult next = fetchAt("2026-11-23T02:35:30Z", memory);

    assertThat(fetched.missing()).isNotNull();
    assertThat(failure(next).code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(amber.received()).hasSize(2);
  }

  @Test
  void noCallIsMadeWhenAmberSaysThatNoneIsLeft() {
    vendor.onData(
        call ->
            FakeReply.json(payload("sample.json"))
                .with("RateLimit-Remaining", "0")
                .with("RateLimit-Reset", "290"));
    PollMemory memory = new PollMemory(Map.of());

    assertThat(values(fetchAt("2026-11-23T02:30:30Z", memory))).isNotEmpty();
    assertThat(failure(fetchAt("2026-11-23T02:35:19Z", memory)).retryTime())
        .contains(Instant.parse("2026-11-23T02:35:20Z"));

    assertThat(amber.received()).hasSize(1);
  }

  @Override
  protected Optional<Instant> retryTimeAfter(Optional<Duration> told) {
    return Optional.of(
        Instant.parse("2026-11-23T02:40:00Z")); // later than what the contract's reply tells
  }

  @Test
  void wrongParametersAreOurMistake() {
    vendor.onData(call -> FakeReply.status(400, "{\"message\":\"Bad Request\"}"));

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
    assertThat(amber.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../admin", "01F5?x=1", "01 F5"})
  void siteIsAPlainName(String site) {
    var credentials = new Credentials(Map.of("apiKey", "psk_secret_of_anna", "siteId", site));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("anna", ""), credentials, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(adapterAlone().vendorSiteId(credentials)).isEmpty();
  }

  @Test
  void keyOfTwoLinesIsNoKey() {
    var credentials = new Credentials(Map.of("apiKey", "psk_a\r\nHost: b", "siteId", SITE));

    FetchResult result =
        Surroundings.await(
            adapterAlone().fetchLatestData(system("anna", SITE), credentials, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
  }

  // Connection

  private ConnectionTest tryOut(String site) {
    var credentials = new Credentials(Map.of("apiKey", "psk_secret_of_anna", "siteId", site));
    return Surroundings.await(adapterAlone().testConnection(system("try", ""), credentials));
  }

  private FailureCode refusal(String site) {
    return ((Refused) tryOut(site)).failure().code();
  }

  @Test
  void activeSiteIsChosenAmongClosedOnes() {
    amber.onSites(FakeReply.json(payload("sites-closed-before-active.json")));
    amber.onCurrent(FakeReply.json(payload("midday-negative-exporting-costs.json")));

    Connected connected = (Connected) tryOut("");

    assertThat(connected.sites())
        .containsExactly(new DiscoveredSite(SITE, "NMI 64070000001, Powercor"));
    assertThat(connected.options())
        .containsEntry("channels", "E1:general,B1:feedIn")
        .containsEntry("intervalLength", "30");
    assertThat(connected.latest())
        .containsEntry(new PointKey("grid_import_price"), -3.62)
        .containsEntry(new PointKey("grid_export_price"), -7.35);
    assertThat(connected.systemInfo()).containsEntry("model", "Amber Electric, Powercor");
  }

  @Test
  void amongSeveralActiveSitesSomebodyChooses() {
    amber.onSites(FakeReply.json(payload("sites-two-active-one-of-5-minutes.json")));

    Connected open = (Connected) tryOut("");
    Connected chosen = (Connected) tryOut(OTHER_SITE);

    assertThat(open.sites())
        .extracting(DiscoveredSite::vendorSiteId)
        .containsExactly(SITE, OTHER_SITE);
    assertThat(open.options()).isEmpty();
    assertThat(chosen.options())
        .containsEntry("channels", "E1:general,E2:general,E3:controlledLoad,B1:feedIn")
        .containsEntry("intervalLength", "5");
  }

  @ParameterizedTest
  @CsvSource({
    "sites-pending-only.json, ''",
    "sites-pending-only.json, 01F5A5CRKMZ5BCX9P1S4V990AM",
    "sites-closed-before-active.json, 01ERZ3W7K2M9T4C6H8N1D5XQBV",
    "sites-closed-before-active.json, 01GQ7T2V9RJ4S8M6P3K5N1H0EB"
  })
  void siteThatIsNotActiveIsNotFound(String sites, String wanted) {
    amber.onSites(FakeReply.json(payload(sites)));

    assertThat(refusal(wanted)).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void accountWithoutSitesIsNotFound() {
    assertThat(refusal("")).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void refusedKeyIsToldAtOnce() {
    vendor.refuseLogins();

    assertThat(refusal("")).isEqualTo(FailureCode.AUTH_FAILED);
  }

  @Test
  void pricesThatCannotBeHadStopNoConnection() {
    amber.onSites(FakeReply.json(payload("sites-closed-before-active.json")));
    amber.onCurrent(FakeReply.status(500, "{\"message\":\"Internal server error\"}"));

    assertThat(((Connected) tryOut("")).latest()).isEmpty();
  }

  // Points and rhythm

  @Test
  void pointsFollowFromTheChannels() {
    var points =
        adapterAlone().defaultPoints(systemWith("E1:general,E2:general,E3:controlledLoad", 5));

    assertThat(points)
        .extracting(point -> point.key().value())
        .containsExactly(
            "grid_import_price",
            "grid_import_price_e2",
            "grid_controlled_price",
            "grid_spot_price",
            "grid_renewables",
            "grid_import_interval_kwh",
            "grid_import_interval_kwh_e2",
            "grid_controlled_interval_kwh",
            "grid_import_cost",
            "grid_import_cost_e2",
            "price_spike",
            "tariff_period");
    assertThat(points).allMatch(point -> point.source() == PointSource.INTERVALS);
    assertThat(points.get(5).transformJson()).contains("{\"op\":\"interval\",\"minutes\":5}");
  }

  @Test
  void usualSiteHasThePointsOfTwoChannels() {
    assertThat(adapterAlone().defaultPoints(system("s", "")))
        .extracting(point -> point.key().value())
        .hasSize(10)
        .contains("grid_export_price", "grid_export_interval_kwh", "grid_export_credit");
  }

  @Test
  void pollsFollowTheBoundariesByHalfAMinute() {
    var rhythm = adapterAlone().rhythm();
    VendorSystem system = system("s", SITE);

    assertThat(rhythm.next(NOW, system, 0)).isEqualTo("2026-11-23T02:35:30Z");
    assertThat(rhythm.next(NOW, system, 0.999))
        .isBetween("2026-11-23T02:35:44Z", "2026-11-23T02:35:45Z");
    assertThat(rhythm.next(Instant.parse("2026-11-23T02:35:30Z"), system, 0))
        .isEqualTo("2026-11-23T02:40:30Z");
  }

  @Test
  void silenceMeansNothingWhileAnIntervalLasts() {
    var rhythm = adapterAlone().rhythm();
    Instant start = Instant.parse("2026-11-23T02:30:00Z");

    assertThat(rhythm.silentUntil(start, systemWith("E1:general", 30)))
        .isEqualTo("2026-11-23T03:05:00Z");
    assertThat(rhythm.silentUntil(start, systemWith("E1:general", 5)))
        .isEqualTo("2026-11-23T02:40:00Z");
  }
}
