package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.liveone.vendor.FetchResult.Failed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That calls go to the vendor's own address and paths, whoever wishes otherwise. */
public abstract class PolledReachContract extends PolledMeaningContract {
  /** Letters, digits and what vendors join them with: nothing that leads elsewhere. */
  private static final String PLAIN_PATH = "(/[A-Za-z0-9_.-]+)+";

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void vendorSendsUsNowhereElse(int status) {
    try (FakeServer elsewhere = new FakeServer(call -> FakeReply.json(payload("sample.json")))) {
      vendor.onData(
          call -> FakeReply.status(status, "").with("Location", elsewhere.baseUrl() + call.uri()));

      assertThat(fetch()).isInstanceOf(Failed.class);
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../admin",
        "1/../2",
        "1?x=y",
        "1#x",
        "1%2f..%2f2",
        "1&site=2",
        "@169.254.169.254",
        "//169.254.169.254/latest",
        "http://127.0.0.1:4848/",
        "1\r\nHost: elsewhere",
        "1\u0000",
        "\uff11\uff12"
      })
  void whatIsNoSiteOfTheVendorIsNeverPartOfAnAddress(String site) {
    Surroundings.await(
        adapterAlone()
            .fetchLatestData(system("anna", site), credentials("anna"), Poll.unlimited()));
    fetchWithSiteTyped(site);

    assertThat(vendor.received())
        .allSatisfy(call -> assertThat(call.uri().getRawPath()).matches(PLAIN_PATH))
        .allSatisfy(call -> assertThat(call.uri().getRawPath()).doesNotContain(".."))
        .allSatisfy(call -> assertThat(call.uri().toString()).doesNotContain("169.254"))
        .allSatisfy(
            call -> assertThat(vendor.baseUrl()).endsWith(call.header("Host").orElse("none")));
  }

  private void fetchWithSiteTyped(String site) {
    Credentials complete = credentials("anna");
    Map<String, String> typed = new LinkedHashMap<>(complete.values());
    typed.replaceAll((name, value) -> value.equals(site()) ? site : value);
    Surroundings.await(
        adapterAlone()
            .fetchLatestData(system("typed", ""), new Credentials(typed), Poll.unlimited()));
  }

  @Test
  void siteThatIsTypedWronglyNamesNoSite() {
    assumeTrue(!adapterAlone().capabilities().oauth(), "Sites are chosen after the redirect");
    Map<String, String> typed = new LinkedHashMap<>(credentials("anna").values());
    typed.replaceAll((name, value) -> value.equals(site()) ? "1/../2" : value);

    assertThat(adapterAlone().vendorSiteId(new Credentials(typed))).isEmpty();
  }
}
