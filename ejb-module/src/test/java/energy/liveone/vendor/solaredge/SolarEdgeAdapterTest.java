package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PolledVendorContract;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolarEdgeAdapterTest extends PolledVendorContract {
  private static final Instant NOW = Instant.parse("2026-11-23T02:31:07Z");

  private final FakeSolarEdge monitoring = new FakeSolarEdge();

  @Override
  protected String vendorName() {
    return "solaredge";
  }

  @Override
  protected Instant now() {
    return NOW;
  }

  @Override
  protected FakeSolarEdge vendorDouble() {
    return monitoring;
  }

  @Override
  protected VendorAdapter adapter(Surroundings with) {
    return SolarEdgeParts.adapter(with);
  }

  @Override
  protected Credentials credentials(String account) {
    return new Credentials(Map.of("apiKey", "secret-of-" + account, "siteId", site()));
  }

  @Override
  protected String site() {
    return "1482210";
  }

  @Override
  protected String otherSite() {
    return "1482211";
  }

  @Override
  protected Usable usable() {
    return new Usable("load_w", "0.5125", 1_000);
  }

  @Override
  protected Usable energyInSample() {
    return new Usable("solar_kwh", "41872210.0", 0.001);
  }

  @Override
  protected String energyPayload() {
    return "overview-sample.json";
  }

  @Override
  protected void serveEnergy(String body) {
    monitoring.say("overview", body);
  }

  @Override
  protected boolean keyStandsInTheAddress() {
    return true;
  }

  /** Live calls; a ranged one is refused for its length. */
  @Override
  protected FailureCode codeOf(int status, FailureCode usual) {
    return status == 403 ? FailureCode.AUTH_FAILED : usual;
  }

  @Override
  protected Optional<Instant> retryTimeAfter(Optional<Duration> told) {
    return Optional.of(NOW.plus(told.orElse(Duration.ofMinutes(16))));
  }

  private ConnectionTest tryOut(Credentials credentials) {
    VendorSystem untold = new VendorSystem("try", "", ZoneId.of("UTC"), Map.of());
    return Surroundings.await(adapterAlone().testConnection(untold, credentials));
  }

  private static Credentials keyAlone() {
    return new Credentials(Map.of("apiKey", "secret-of-anna"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample", "flow-watts-title-case", "flow-lower-case"})
  void unitAndCapitalsChangeNoWatt(String spelling) {
    serve(payload(spelling + ".json"));

    assertThat(values(fetch()))
        .containsOnly(
            entry("solar_w", 5310.0),
            entry("load_w", 940.0),
            entry("grid_w", -1120.0),
            entry("battery_w", -3250.0),
            entry("battery_soc", 62.0));
  }

  @ParameterizedTest
  @CsvSource({
    "flow-night-import-and-discharge, 0, 2600, 350, 2250, 31",
    "flow-backup-grid-disabled, 0, 1100, 0, 1100, 55",
    "flow-numbers-without-connection, 1500, 1500, 0, 0, 100"
  })
  void connectionsTellTheDirection(
      String flow, double solar, double load, double grid, double battery, double soc) {
    serve(payload(flow + ".json"));

    assertThat(values(fetch()))
        .containsOnly(
            entry("solar_w", solar),
            entry("load_w", load),
            entry("grid_w", grid),
            entry("battery_w", battery),
            entry("battery_soc", soc));
  }

  @Test
  void flowIsMeasuredWhenItIsAskedFor() {
    assertThat(measurements(fetch()).samples()).allMatch(one -> one.time().equals(NOW));
  }

  @Test
  void powerWithoutAUnitIsBadResponse() {
    serve(payload("flow-without-unit.json"));

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  @Test
  void siteWithoutAMeterHasSolarOnlyAtTheVendorsTime() {
    serve(payload("flow-empty-without-meter.json"));
    monitoring.say("details", payload("details-sample.json"));
    monitoring.say("overview", payload("overview-sample.json"));

    assertThat(values(fetch()))
        .containsOnly(entry("solar_w", 5304.6), entry("solar_kwh", 41872.21));
    assertThat(measurements(fetch()).samples())
        .allMatch(one -> one.time().equals(Instant.parse("2026-11-23T02:29:11Z")));
  }

  @Test
  void inverterPowerIsNotTheSunsWhereThereIsABattery() {
    serve("{\"siteCurrentPowerFlow\":{}}");
    monitoring.say("overview", payload("overview-sample.json"));
    var withBattery =
        new VendorSystem("anna", site(), ZoneId.of("UTC"), Map.of("hasBattery", "true"));

    var result =
        Surroundings.await(
            adapterAlone().fetchLatestData(withBattery, credentials("anna"), Poll.unlimited()));

    assertThat(values(result)).containsOnlyKeys("solar_kwh");
  }

  @Test
  void everyCallHasTheKeyInItsQueryOnlyAndWantsJson() {
    fetch();

    assertThat(monitoring.received())
        .hasSize(5)
        .allSatisfy(
            call -> {
              assertThat(FakeSolarEdge.parameters(call)).containsEntry("api_key", "secret-of-anna");
              assertThat(call.path()).startsWith("/site/1482210/").doesNotContain("secret");
              assertThat(call.header("Accept")).contains("application/json");
              assertThat(call.exchange().getRequestHeaders().toString()).doesNotContain("secret");
            });
  }

  @Test
  void refusedRangedCallIsOurMistakeAndSpoilsNothing() {
    monitoring.reply("energyDetails", FakeReply.status(403, "The date range exceeds one month"));

    var fetched = (Fetched) fetch();

    assertThat(values(fetched)).containsKey("load_w");
    assertThat(fetched.missing().code()).isEqualTo(FailureCode.BAD_RESPONSE);
    assertThat(fetched.missing().response()).contains("one month");
    assertThat(monitoring.calls()).contains("storageData");
  }

  @Test
  void brokenFlowDoesNotStopTheQuarterHours() {
    serve("<html>Oops</html>");
    monitoring.say("details", payload("details-sample.json"));
    monitoring.say("energyDetails", payload("energy-running-interval-without-value.json"));

    var fetched = (Fetched) fetch();

    assertThat(values(fetched)).containsKey("solar_interval_kwh").doesNotContainKey("load_w");
    assertThat(fetched.missing().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  @Test
  void vendorThatIsDownIsNotAskedForTheRest() {
    vendor.onData(call -> FakeReply.status(503, "Maintenance"));

    failure();

    assertThat(monitoring.calls()).containsExactly("currentPowerFlow");
  }

  @Test
  void connectionTestDescribesTheSiteAndFindsOutWhatItHas() {
    monitoring.say("details", payload("details-sample.json"));
    monitoring.say("overview", payload("overview-sample.json"));
    monitoring.say("inventory", payload("inventory-sample.json"));

    Connected connected = (Connected) tryOut(credentials("anna"));

    assertThat(connected.systemInfo())
        .containsEntry("siteName", "Example House")
        .containsEntry("model", "SE8250H")
        .containsEntry("serial", "7E000001-D4")
        .containsEntry("solarSize", "9.9 kW")
        .containsEntry("batterySize", "9.7 kWh")
        .containsEntry("timeZone", "Australia/Melbourne");
    assertThat(connected.systemInfo().toString()).doesNotContain("Ballarat");
    assertThat(connected.options())
        .containsOnly(
            entry("hasMeter", "true"),
            entry("hasBattery", "true"),
            entry("timeZone", "Australia/Melbourne"));
    assertThat(connected.latest())
        .containsEntry(new PointKey("battery_soc"), 62.0)
        .containsEntry(new PointKey("solar_kwh"), 41872.21);
    assertThat(monitoring.calls()).doesNotContain("list");
    assertNothingSecret(connected);
  }

  @Test
  void siteWithoutMeterAndBatteryGetsSolarPointsOnly() {
    serve(payload("flow-empty-without-meter.json"));
    monitoring.say("details", payload("details-sample.json"));
    monitoring.say("overview", payload("overview-sample.json"));

    Connected connected = (Connected) tryOut(credentials("anna"));

    VendorSystem system = new VendorSystem("anna", site(), ZoneId.of("UTC"), connected.options());
    assertThat(adapterAlone().defaultPoints(system))
        .extracting(PointDefinition::key)
        .containsExactly(new PointKey("solar_w"), new PointKey("solar_kwh"));
    assertThat(connected.latest()).containsEntry(new PointKey("solar_w"), 5304.6);
  }

  @Test
  void connectionTestNeedsTheDetailsOnly() {
    monitoring.say("details", payload("details-sample.json"));
    vendor.onData(call -> FakeReply.status(500, "Oops"));
    monitoring.reply("overview", new FakeReply.HangUp());
    monitoring.reply("inventory", FakeReply.status(404, "None"));

    Connected connected = (Connected) tryOut(credentials("anna"));

    assertThat(connected.latest()).isEmpty();
    assertThat(connected.options()).containsOnly(entry("timeZone", "Australia/Melbourne"));
  }

  @Test
  void keyOfAnAccountListsItsSites() {
    monitoring.say("list", payload("sites-two-of-one-account.json"));

    Connected connected = (Connected) tryOut(keyAlone());

    assertThat(connected.sites())
        .containsExactly(
            new DiscoveredSite("1482210", "Example House"),
            new DiscoveredSite("1482211", "Example Shed"));
    assertThat(monitoring.calls()).containsExactly("list");
  }

  @Test
  void onlySiteOfAnAccountIsDescribedAtOnce() {
    monitoring.say("list", payload("sites-one.json"));
    monitoring.say("details", payload("details-sample.json"));

    Connected connected = (Connected) tryOut(keyAlone());

    assertThat(connected.sites())
        .extracting(DiscoveredSite::vendorSiteId, DiscoveredSite::zone)
        .containsExactly(tuple(site(), ZoneId.of("Australia/Melbourne")));
    assertThat(connected.options()).containsEntry("hasMeter", "true");
    assertThat(connected.latest()).isNotEmpty();
  }

  @Test
  void wrongKeyIsRefused() {
    var wrong = new Credentials(Map.of("apiKey", "not-the-right-key", "siteId", site()));

    Refused refused = (Refused) tryOut(wrong);

    assertThat(refused.failure().code()).isEqualTo(FailureCode.AUTH_FAILED);
    assertThat(refused.toString()).doesNotContain("not-the-right-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../list", "1482210?x=1", "14 82", "1234567890123"})
  void siteIdIsDigitsOnly(String site) {
    var credentials = new Credentials(Map.of("apiKey", "secret-of-anna", "siteId", site));

    assertThat(adapterAlone().vendorSiteId(credentials)).isEmpty();
    assertThat(SolarEdgeAccess.of(system("anna", ""), credentials)).isEmpty();
  }

  @Test
  void keyWithStrangeCharactersReachesTheVendorUnchanged() {
    var strange =
        new Credentials(Map.of("apiKey", "a key&api_key=secret-of-ben+#", "siteId", site()));

    Surroundings.await(
        adapterAlone().fetchLatestData(system("anna", site()), strange, Poll.unlimited()));

    assertThat(FakeSolarEdge.parameters(monitoring.received().get(0)))
        .containsEntry("api_key", "a key&api_key=secret-of-ben+#");
  }

  @Test
  void sitesOfOneKeyShareItsQuotaWhateverElseIsTyped() {
    var other = new Credentials(Map.of("apiKey", "secret-of-anna", "siteId", otherSite()));

    assertThat(adapterAlone().quotaAccount(other))
        .isEqualTo(adapterAlone().quotaAccount(credentials("anna")))
        .isNotEqualTo(adapterAlone().quotaAccount(credentials("ben")));
  }
}
