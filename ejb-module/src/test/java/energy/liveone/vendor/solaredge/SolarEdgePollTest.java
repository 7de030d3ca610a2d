package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Payloads;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls of one site that follow each other, with a memory between them. */
class SolarEdgePollTest {
  private static final Instant NOON = Instant.parse("2026-11-23T02:31:07Z");
  private static final Map<String, String> HOUSE =
      Map.of("hasMeter", "true", "hasBattery", "true", "timeZone", "Australia/Melbourne");

  private final FakeSolarEdge monitoring = new FakeSolarEdge();
  private Surroundings surroundings;
  private PollMemory memory = new PollMemory(Map.of());
  private Map<String, String> options = HOUSE;
  private Instant now = NOON;
  private int seen;

  @BeforeEach
  void open() {
    surroundings =
        Surroundings.of(
            "solaredge",
            monitoring.baseUrl(),
            Clock.fixed(NOON, ZoneOffset.UTC),
            Duration.ofSeconds(10));
    flow("sample.json");
    say("details", "details-sample.json");
    say("overview", "overview-sample.json");
    say("energyDetails", "energy-running-interval-without-value.json");
    say("storageData", "storage-sample.json");
  }

  @AfterEach
  void close() {
    surroundings.close();
    monitoring.close();
  }

  private static String payload(String file) {
    return Payloads.of("solaredge", file);
  }

  private void say(String call, String file) {
    monitoring.say(call, payload(file));
  }

  private void flow(String file) {
    monitoring.onData(call -> FakeReply.json(payload(file)));
  }

  private void lifetime(double wattHours) {
    monitoring.say(
        "overview",
        payload("overview-sample.json").replace("41872210.0", Double.toString(wattHours)));
  }

  private FetchResult poll(Allowance allowance, boolean forced) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    SolarEdgeClient client =
        new MonitoringApiClient(
            surroundings.http(), new CallGate(), surroundings.settings(), clock);
    seen = monitoring.received().size();
    VendorSystem system = new VendorSystem("anna", "1482210", ZoneId.of("Europe/London"), options);
    // What is stored of the memory is its notes.
    memory = new PollMemory(memory.notes());
    return Surroundings.await(
        new SolarEdgeAdapter(client, clock)
            .fetchLatestData(
                system,
                new Credentials(Map.of("apiKey", "secret-of-anna")),
                new Poll(allowance, memory, forced)));
  }

  private FetchResult pollAfter(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    return poll(Allowance.unlimited(), false);
  }

  /** The calls of the last poll. */
  private List<String> calls() {
    return monitoring.calls().subList(seen, monitoring.calls().size());
  }

  private static Map<String, Double> samples(FetchResult result) {
    Map<String, Double> values = new HashMap<>();
    for (Reading one : ((Fetched) result).measurements().samples()) {
      values.put(one.point().value(), one.value());
    }
    return values;
  }

  @Test
  void eachCallIsMadeWhenItIsDue() {
    pollAfter(0);
    assertThat(calls())
        .containsExactly("currentPowerFlow", "energyDetails", "storageData", "overview", "details");

    Map<String, Integer> count = new HashMap<>();
    for (int beat = 1; beat <= 36; beat++) {
      String load = "1." + beat;
      monitoring.onData(call -> FakeReply.json(payload("sample.json").replace("0.94", load)));
      pollAfter(10);
      calls().forEach(call -> count.merge(call, 1, Integer::sum));
    }

    assertThat(count)
        .isEqualTo(
            Map.of("currentPowerFlow", 36, "energyDetails", 6, "storageData", 6, "overview", 1));
  }

  @Test
  void personWhoWaitsGetsEverythingThatTheSiteHas() {
    pollAfter(0);
    now = now.plusSeconds(60);

    poll(Allowance.unlimited(), true);

    assertThat(calls()).hasSize(5);
  }

  @Test
  void shortAllowanceGoesToTheMostImportantCalls() {
    poll(Allowance.of(2), false);

    assertThat(calls()).containsExactly("currentPowerFlow", "energyDetails");
  }

  @Test
  void callThatIsAlwaysLeftOutGoesFirstAtLast() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      now = now.plus(Duration.ofHours(30));
      poll(Allowance.of(1), false);
      made.addAll(calls());
    }

    assertThat(made)
        .hasSize(10)
        .contains("currentPowerFlow", "energyDetails", "storageData", "overview");
  }

  @Test
  void stretchBeginsWhereTheLastOneEndedInSiteLocalTime() {
    pollAfter(0);
    assertThat(FakeSolarEdge.parameters(monitoring.calls("energyDetails").get(0)))
        .containsEntry("startTime", "2026-11-22 13:31:07")
        .containsEntry("endTime", "2026-11-23 13:31:07")
        .containsEntry("timeUnit", "QUARTER_OF_AN_HOUR")
        .containsEntry("meters", "PRODUCTION,CONSUMPTION,FEEDIN,PURCHASED");

    pollAfter(60);
    assertThat(FakeSolarEdge.parameters(monitoring.calls("energyDetails").get(1)))
        .containsEntry("startTime", "2026-11-23 11:31:07");

    pollAfter(10 * 60);
    assertThat(FakeSolarEdge.parameters(monitoring.calls("storageData").get(2)))
        .containsEntry("startTime", "2026-11-23 12:31:07")
        .containsEntry("endTime", "2026-11-24 00:31:07");

    pollAfter(30 * 24 * 60);
    assertThat(FakeSolarEdge.parameters(monitoring.calls("storageData").get(3)))
        .containsEntry("startTime", "2026-12-19 00:31:07");
  }

  @Test
  void zoneIsAskedForBeforeAnyLocalTimeIsRead() {
    options = Map.of();

    Fetched fetched = (Fetched) pollAfter(0);

    assertThat(calls()).startsWith("currentPowerFlow", "details", "energyDetails");
    assertThat(fetched.measurements().intervals())
        .anyMatch(one -> one.end().equals(Instant.parse("2026-11-23T02:15:00Z")));
  }

  @Test
  void whatTheSiteCannotTellIsNotAskedForForADay() {
    flow("flow-empty-without-meter.json");
    monitoring.say("energyDetails", "{}");
    say("storageData", "flow-empty-without-meter.json");
    monitoring.say("storageData", "{\"storageData\":{}}");
    options = Map.of("timeZone", "Australia/Melbourne");

    pollAfter(0);
    assertThat(calls())
        .containsExactlyInAnyOrder(
            "currentPowerFlow", "overview", "energyDetails", "storageData", "details");
    pollAfter(70);
    assertThat(calls()).containsExactly("overview");
    pollAfter(23 * 60);
    assertThat(calls()).contains("currentPowerFlow", "energyDetails", "storageData");
  }

  @Test
  void siteWithoutABatteryIsNeverAskedForOneUntilItHasOne() {
    options = Map.of("hasBattery", "false", "timeZone", "Australia/Melbourne");
    flow("flow-backup-grid-disabled.json");

    Fetched fetched = (Fetched) pollAfter(0);
    assertThat(calls()).doesNotContain("storageData");
    assertThat(fetched.measurements().points())
        .anyMatch(point -> point.key().value().equals("battery_soc"));

    pollAfter(10);
    assertThat(calls()).contains("storageData");
  }

  @Test
  void pointsAreToldOnlyWhenThereIsAnUnknownOne() {
    assertThat(((Fetched) pollAfter(0)).measurements().points()).isEmpty();
  }

  @Test
  void rateLimitWaitsSixteenMinutesAndDoubles() {
    monitoring.onData(call -> FakeReply.status(429, "Daily request limit exceeded"));
    long[] minutes = {16, 32, 64, 128, 256, 256};

    for (long wait : minutes) {
      Failure failure = ((Failed) pollAfter(0)).failure();
      assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
      assertThat(failure.retryTime()).contains(now.plus(Duration.ofMinutes(wait)));
      now = failure.retryTime().orElseThrow();
    }
    flow("sample.json");
    pollAfter(1);
    monitoring.onData(call -> FakeReply.status(429, "Daily request limit exceeded"));
    assertThat(((Failed) pollAfter(10)).failure().retryTime())
        .contains(now.plus(Duration.ofMinutes(16)));
  }

  @Test
  void limitAmidAPollKeepsWhatCameBeforeAndEndsIt() {
    monitoring.reply("energyDetails", FakeReply.status(429, "Too many"));

    Fetched fetched = (Fetched) pollAfter(0);

    assertThat(samples(fetched)).containsKey("load_w");
    assertThat(fetched.missing().code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(fetched.missing().retryTime()).isPresent();
    assertThat(calls()).containsExactly("currentPowerFlow", "energyDetails");
  }

  @Test
  void lifetimeOfZeroBesideOtherSumsIsNoReading() {
    say("overview", "overview-lifetime-zero.json");

    assertThat(samples(pollAfter(0))).doesNotContainKey("solar_kwh");
  }

  @Test
  void lifetimeBelowTheYearsSumIsKept() {
    say("overview", "overview-lifetime-below-last-year.json");

    assertThat(samples(pollAfter(0))).containsEntry("solar_kwh", 6650.644);
  }

  @Test
  void fallOfTheLifetimeIsBelievedWhenTheNextReplyConfirmsIt() {
    assertThat(samples(pollAfter(0))).containsEntry("solar_kwh", 41872.21);
    lifetime(120_000);
    assertThat(samples(pollAfter(6 * 60))).doesNotContainKey("solar_kwh");
    lifetime(120_500);
    assertThat(samples(pollAfter(10))).containsEntry("solar_kwh", 120.5);
  }

  @Test
  void fallOfTheLifetimeThatWasNoneIsForgotten() {
    pollAfter(0);
    lifetime(120_000);
    pollAfter(6 * 60);
    lifetime(41_880_000);
    assertThat(samples(pollAfter(10))).containsEntry("solar_kwh", 41880.0);
    lifetime(120_000);
    assertThat(samples(pollAfter(6 * 60))).doesNotContainKey("solar_kwh");
  }

  @Test
  void fewWattHoursLessAreNoFall() {
    pollAfter(0);
    lifetime(41_872_190);

    assertThat(samples(pollAfter(6 * 60))).containsEntry("solar_kwh", 41872.19);
  }

  @Test
  void flowOfAnInverterThatReportedLongAgoIsStale() {
    say("overview", "overview-of-a-day-ago.json");
    monitoring.say("storageData", "{}");
    monitoring.say("energyDetails", "{}");

    assertThat(samples(pollAfter(0))).containsOnlyKeys("solar_kwh");

    NothingNew repeated = (NothingNew) pollAfter(10);
    assertThat(repeated.response()).contains("siteCurrentPowerFlow");
    flow("flow-lower-case.json");
    assertThat(pollAfter(10)).isInstanceOf(NothingNew.class);
    flow("flow-numbers-without-connection.json");
    assertThat(samples(pollAfter(10))).containsEntry("load_w", 1500.0);
  }

  @Test
  void sameFlowForHalfAnHourIsCheckedAgainstTheOverview() {
    options = Map.of("hasBattery", "false", "timeZone", "Australia/Melbourne");
    monitoring.say("energyDetails", "{}");
    pollAfter(0);
    pollAfter(10);
    pollAfter(10);
    assertThat(calls()).containsExactly("currentPowerFlow");
    say("overview", "overview-of-a-day-ago.json");

    Fetched stale = (Fetched) pollAfter(41);

    assertThat(calls()).containsExactly("currentPowerFlow", "overview");
    assertThat(samples(stale)).containsOnlyKeys("solar_kwh");
    assertThat(stale.observedAt()).isEqualTo(Instant.parse("2026-11-22T01:04:37Z"));
  }

  @Test
  void zeroOfTheNightIsStoredEvenWhenTheInverterSleeps() {
    flow("flow-night-import-and-discharge.json");
    say("overview", "overview-of-a-day-ago.json");
    monitoring.say("storageData", "{}");

    assertThat(samples(pollAfter(0)))
        .containsEntry("solar_w", 0.0)
        .doesNotContainKeys("load_w", "grid_w", "battery_w");
  }

  @Test
  void zeroPowerOfTheOverviewIsTrueAllNight() {
    flow("flow-empty-without-meter.json");
    monitoring.say(
        "overview",
        "{\"overview\":{\"lastUpdateTime\":\"2026-11-23 20:40:02\",\"currentPower\":{\"power\":0.0}}}");
    options = Map.of("hasBattery", "false", "hasMeter", "false", "timeZone", "Australia/Melbourne");
    monitoring.say("energyDetails", "{}");
    now = Instant.parse("2026-11-23T14:00:00Z");

    Fetched fetched = (Fetched) pollAfter(0);

    assertThat(fetched.observedAt()).isEqualTo(now);
    assertThat(samples(fetched)).containsEntry("solar_w", 0.0);
  }

  @Test
  void telemetryAskedForTwiceIsTheSameReadings() {
    Fetched first = (Fetched) pollAfter(0);
    Fetched second = (Fetched) pollAfter(60);

    assertThat(second.measurements().samples())
        .filteredOn(one -> one.time().isBefore(NOON))
        .isNotEmpty()
        .isSubsetOf(first.measurements().samples());
  }
}
