package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SolarEdgeHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

  private final FakeSolarEdge monitoring = new FakeSolarEdge();
  private Map<String, String> options = Map.of("hasMeter", "true", "hasBattery", "true");
  private Surroundings surroundings;
  private SolarEdgeHistory history;

  @BeforeEach
  void open() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    surroundings =
        Surroundings.of("solaredge", monitoring.baseUrl(), clock, Duration.ofSeconds(10));
    history =
        new SolarEdgeHistory(
            new MonitoringApiClient(
                surroundings.http(), new CallGate(), surroundings.settings(), clock),
            clock);
  }

  @AfterEach
  void close() {
    surroundings.close();
    monitoring.close();
  }

  private static Instant midnight(String day) {
    return LocalDate.parse(day).atStartOfDay(MELBOURNE).toInstant();
  }

  private VendorSystem system() {
    return new VendorSystem("anna", "1482210", MELBOURNE, options);
  }

  private FetchResult fetch(String fromDay, String toDay, int calls) {
    return Surroundings.await(
        history.fetchHistory(
            system(),
            new Credentials(Map.of("apiKey", "secret-of-anna")),
            midnight(fromDay),
            midnight(toDay),
            Allowance.of(calls)));
  }

  private void sayAll() {
    monitoring.say(
        "energyDetails", Payloads.of("solaredge", "energy-running-interval-without-value.json"));
    monitoring.say("storageData", Payloads.of("solaredge", "storage-sample.json"));
    monitoring.say("powerDetails", Payloads.of("solaredge", "power-quarter-hours.json"));
  }

  private static List<Reading> samples(Fetched fetched, String point) {
    return fetched.measurements().samples().stream()
        .filter(one -> one.point().value().equals(point))
        .toList();
  }

  @Test
  void dayIsThreeCalls() {
    sayAll();

    Fetched fetched = (Fetched) fetch("2026-11-23", "2026-11-24", 10);

    assertThat(monitoring.calls()).containsExactly("energyDetails", "storageData", "powerDetails");
    assertThat(FakeSolarEdge.parameters(monitoring.received().get(0)))
        .containsEntry("startTime", "2026-11-23 00:00:00")
        .containsEntry("endTime", "2026-11-24 00:00:00");
    assertThat(fetched.measurements().intervals()).hasSize(7);
    assertThat(samples(fetched, "battery_w")).hasSize(3);
  }

  @Test
  void meanPowerStandsAtTheEndOfItsQuarterHour() {
    sayAll();

    Fetched fetched = (Fetched) fetch("2026-11-23", "2026-11-24", 10);

    Instant end = Instant.parse("2026-11-23T02:15:00Z");
    PointKey grid = new PointKey("grid_w");
    PointKey load = new PointKey("load_w");
    assertThat(fetched.measurements().samples())
        .contains(new Reading(grid, end, -1_160.0), new Reading(load, end, 960.0));
    assertThat(samples(fetched, "grid_w")).hasSize(1);
    assertThat(samples(fetched, "solar_w")).isEmpty();
  }

  @Test
  void meanPowerOfTheInverterIsTheSunsWithoutABattery() {
    sayAll();
    options = Map.of("hasBattery", "false");

    Fetched fetched = (Fetched) fetch("2026-11-23", "2026-11-24", 10);

    assertThat(samples(fetched, "solar_w")).hasSize(2);
    assertThat(monitoring.calls()).doesNotContain("storageData");
  }

  @Test
  void stretchAcrossTheAutumnChangeIsAskedForInPiecesOfSixDays() {
    fetch("2026-03-30", "2026-04-15", 20);

    assertThat(monitoring.calls("storageData"))
        .extracting(call -> FakeSolarEdge.parameters(call).get("startTime"))
        .containsExactly("2026-03-30 00:00:00", "2026-04-05 00:00:00", "2026-04-11 00:00:00");
    assertThat(monitoring.calls("energyDetails")).hasSize(1);
    assertThat(history.callsPerRequest(system())).isEqualTo(6);
  }

  @Test
  void whatLiesOutsideTheStretchIsLeftOut() {
    sayAll();

    assertThat(fetch("2026-11-21", "2026-11-22", 10)).isInstanceOf(NothingNew.class);
  }

  @Test
  void whatWasReadBeforeTheAllowanceEndedIsTheAnswer() {
    sayAll();

    Fetched fetched = (Fetched) fetch("2026-11-23", "2026-11-24", 1);

    assertThat(monitoring.calls()).containsExactly("energyDetails");
    assertThat(fetched.measurements().intervals()).isNotEmpty();
  }

  @Test
  void failureAfterAFirstAnswerIsToldBesideIt() {
    sayAll();
    monitoring.reply("storageData", FakeReply.status(429, "Too many"));

    Fetched fetched = (Fetched) fetch("2026-11-23", "2026-11-24", 10);

    assertThat(fetched.missing().code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(monitoring.calls()).containsExactly("energyDetails", "storageData");
  }

  @Test
  void stretchThatTheVendorRefusesIsOurMistake() {
    monitoring.reply("energyDetails", FakeReply.status(403, "{\"String\":\"too long\"}"));
    options = Map.of("hasBattery", "false");
    monitoring.reply("powerDetails", FakeReply.status(403, "<error/>"));

    Failed failed = (Failed) fetch("2026-11-23", "2026-11-24", 10);

    assertThat(failed.failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
    assertThat(failed.toString()).doesNotContain("secret-of-anna");
  }

  @Test
  void everyPointButTheLifetimeCounterAndTheSunBehindABatteryHasAPast() {
    List<String> without =
        SolarEdgePoints.definitions(true, true).stream()
            .map(PointDefinition::key)
            .filter(key -> !history.covers(key, system()))
            .map(PointKey::value)
            .toList();

    assertThat(without).containsExactly("solar_w", "solar_kwh");
    options = Map.of("hasMeter", "false", "hasBattery", "false");
    assertThat(SolarEdgePoints.definitions(false, false))
        .noneMatch(point -> history.covers(point.key(), system()));
  }
}
