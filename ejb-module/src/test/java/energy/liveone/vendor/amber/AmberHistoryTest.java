package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointKey;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Payloads;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmberHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:31:07Z");
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final VendorSystem SYSTEM =
      new VendorSystem(
          "anna",
          "01F5A5CRKMZ5BCX9P1S4V990AM",
          MELBOURNE,
          Map.of("channels", "E1:general,B1:feedIn", "intervalLength", "30"));

  private final FakeAmber amber = new FakeAmber();
  private Surroundings surroundings;

  @BeforeEach
  void open() {
    surroundings =
        Surroundings.of(
            "amber", amber.baseUrl(), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(10));
    amber.onData(call -> FakeReply.json("[]"));
  }

  @AfterEach
  void close() {
    surroundings.close();
    amber.close();
  }

  private AmberHistory history() {
    var client =
        new AmberClient(surroundings.http(), surroundings.settings(), surroundings.clock());
    return new AmberHistory(client, surroundings.clock());
  }

  private FetchResult fetch(Instant from, Instant to, Allowance allowance) {
    var credentials = new Credentials(Map.of("apiKey", "psk_secret_of_anna"));
    return Surroundings.await(history().fetchHistory(SYSTEM, credentials, from, to, allowance));
  }

  private static Instant midnight(String day, ZoneId zone) {
    return LocalDate.parse(day).atStartOfDay(zone).toInstant();
  }

  private List<String> queries() {
    return amber.received().stream()
        .map(call -> call.uri().getPath().replaceAll(".*/", "") + " " + call.uri().getQuery())
        .toList();
  }

  @Test
  void localDaysInSummerTouchOneMoreDayOfTheMarket() {
    fetch(midnight("2026-11-10", MELBOURNE), midnight("2026-11-12", MELBOURNE), Allowance.of(2));

    assertThat(queries())
        .containsExactly(
            "prices startDate=2026-11-09&endDate=2026-11-11",
            "usage startDate=2026-11-09&endDate=2026-11-11");
  }

  @ParameterizedTest
  @CsvSource({
    "Australia/Melbourne, 2026-10-01",
    "Australia/Melbourne, 2026-04-02",
    "Australia/Brisbane, 2026-06-01",
    "Australia/Adelaide, 2026-04-01",
    "Australia/Lord_Howe, 2026-04-02",
    "Australia/Perth, 2026-06-01"
  })
  void longestStretchIsNoMoreThanAmberAnswers(ZoneId zone, String from) {
    String to = LocalDate.parse(from).plusDays(history().daysPerRequest()).toString();

    fetch(midnight(from, zone), midnight(to, zone), Allowance.of(2));

    assertThat(amber.received())
        .hasSize(2)
        .allSatisfy(
            call -> {
              String query = call.uri().getQuery();
              LocalDate first = LocalDate.parse(query.replaceAll("startDate=([^&]*)&.*", "$1"));
              LocalDate last = LocalDate.parse(query.replaceAll(".*endDate=(.*)", "$1"));
              assertThat(last).isBefore(first.plusDays(AmberLimits.DAYS_PER_CALL));
            });
  }

  @Test
  void stretchUntilNowAsksForUsageOfDaysThatAreOver() {
    fetch(midnight("2026-11-22", MELBOURNE), NOW, Allowance.of(2));

    assertThat(queries())
        .containsExactly(
            "prices startDate=2026-11-21&endDate=2026-11-23",
            "usage startDate=2026-11-21&endDate=2026-11-22");
  }

  @Test
  void onlyIntervalsOfTheStretchAreTakenAndNoForecasts() {
    LocalDate day = LocalDate.parse("2026-11-10");
    String prices =
        UsagePlanTest.usage(day, "billable", 30)
            .filter(one -> "E1".equals(one.identifier()))
            .map(
                one ->
                    "{\"type\":\"ActualInterval\",\"duration\":30,\"endTime\":\"%s\",\"channelType\":\"general\",\"perKwh\":3.5}"
                        .formatted(one.end()))
            .collect(
                Collectors.joining(
                    ",",
                    "[",
                    ",{\"type\":\"ForecastInterval\",\"duration\":30,\"endTime\":\"2026-11-23T08:00:00Z\",\"channelType\":\"general\",\"perKwh\":9}]"));
    amber.onData(call -> FakeReply.json(prices));
    Instant from = midnight("2026-11-10", MELBOURNE);
    Instant to = midnight("2026-11-11", MELBOURNE);

    Fetched fetched = (Fetched) fetch(from, to, Allowance.of(2));

    assertThat(fetched.measurements().forecasts()).isEmpty();
    assertThat(fetched.measurements().intervals())
        .hasSize(46)
        .extracting(IntervalReading::end)
        .allMatch(end -> end.isAfter(from) && !end.isAfter(to))
        .contains(to);
  }

  @Test
  void pricesAndUsageComeTogether() {
    amber.onUsage(
        call -> FakeReply.json(Payloads.of("amber", "usage-estimated-and-billable.json")));
    amber.onData(call -> FakeReply.json(Payloads.of("amber", "sample.json")));

    Fetched fetched = (Fetched) fetch(midnight("2026-11-22", MELBOURNE), NOW, Allowance.of(2));

    assertThat(fetched.measurements().intervals())
        .extracting(one -> one.point().value())
        .contains("grid_import_price", "grid_export_credit");
    assertThat(fetched.missing()).isNull();
  }

  @Test
  void whatWasReadBeforeTheAllowanceEndedCounts() {
    amber.onData(call -> FakeReply.json(Payloads.of("amber", "sample.json")));

    Fetched fetched = (Fetched) fetch(midnight("2026-11-22", MELBOURNE), NOW, Allowance.of(1));

    assertThat(amber.received()).hasSize(1);
    assertThat(fetched.missing()).isNotNull();
    assertThat(fetched.missing().code()).isEqualTo(FailureCode.RATE_LIMITED);
  }

  @Test
  void withoutAnyAllowanceNothingIsSaidOfThePast() {
    FetchResult result = fetch(midnight("2026-11-10", MELBOURNE), NOW, Allowance.of(0));

    assertThat(((Failed) result).failure().code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(amber.received()).isEmpty();
  }

  @Test
  void emptyPastIsNothingNew() {
    FetchResult result =
        fetch(
            midnight("2026-11-10", MELBOURNE), midnight("2026-11-11", MELBOURNE), Allowance.of(2));

    assertThat(result).isInstanceOf(NothingNew.class);
  }

  @Test
  void everyPointIsCoveredButTheTariffPeriodThatComesAndGoes() {
    assertThat(AmberPoints.definitions(AmberChannels.of(SYSTEM), 30))
        .hasSize(10)
        .filteredOn(point -> !history().covers(point.key(), SYSTEM))
        .extracting(point -> point.key().value())
        .containsExactly("tariff_period");
    assertThat(history().covers(new PointKey("solar_w"), SYSTEM)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "grid_import_price_e2, PT1H",
    "grid_renewables, PT1H",
    "grid_import_interval_kwh_e2, PT72H",
    "grid_export_credit, PT72H"
  })
  void usageMayBeMissingForDays(String point, Duration lateness) {
    assertThat(history().settlesWithin(new PointKey(point))).isEqualTo(lateness);
  }
}
