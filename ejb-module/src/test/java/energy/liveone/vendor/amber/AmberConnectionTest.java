package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointKey;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmberConnectionTest extends AmberScene {
  private ConnectionTest tryOut(String site) {
    Credentials credentials = credentials(site);
    return Surroundings.await(adapter(NOW).testConnection(unknownSystem(), credentials));
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
    amber.refuseLogins();

    assertThat(refusal("")).isEqualTo(FailureCode.AUTH_FAILED);
  }

  @Test
  void pricesThatCannotBeHadStopNoConnection() {
    amber.onSites(FakeReply.json(payload("sites-closed-before-active.json")));
    amber.onCurrent(FakeReply.status(500, "{\"message\":\"Internal server error\"}"));

    assertThat(((Connected) tryOut("")).latest()).isEmpty();
  }
}
