package energy.liveone.vendor.fronius;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorContract;
import energy.liveone.vendor.VendorSystem;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FroniusAdapterTest extends VendorContract {
  @Override
  protected VendorAdapter adapterAlone() {
    return new FroniusAdapter();
  }

  @Override
  protected Credentials credentials(String account) {
    return new Credentials(Map.of("siteId", "hillside-of-" + account));
  }

  @Test
  void connectionTestSaysThatTheDeviceCalls() {
    var test =
        Surroundings.await(
            adapterAlone().testConnection(system("s", "hillside-01"), credentials("anna")));

    assertThat(((Connected) test).systemInfo().get("connection")).contains("device calls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a:b", "-a", "ä"})
  void siteIdThatCannotBeInAPathIsRefused(String siteId) {
    var credentials = new Credentials(Map.of("siteId", siteId));

    var test = Surroundings.await(adapterAlone().testConnection(system("s", ""), credentials));

    assertThat(((Refused) test).failure().code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(adapterAlone().vendorSiteId(credentials)).isEmpty();
  }

  @Test
  void pollingIsNothingNew() {
    var result =
        Surroundings.await(
            adapterAlone()
                .fetchLatestData(
                    system("s", "hillside-01"), credentials("anna"), Poll.unlimited()));

    assertThat(result).isInstanceOf(NothingNew.class);
  }

  @Test
  void nativeSystemShowsTheLifetimeCounterInsteadOfIntervals() {
    var system = new VendorSystem("s", "hillside-01", ZoneId.of("UTC"), Map.of("native", "true"));

    var visible = adapterAlone().defaultPoints(system).stream().filter(p -> p.visible());

    assertThat(visible.map(p -> p.key().value()))
        .containsExactlyInAnyOrder(
            "solar_w", "load_w", "battery_w", "grid_w", "battery_soc", "solar_kwh");
  }
}
