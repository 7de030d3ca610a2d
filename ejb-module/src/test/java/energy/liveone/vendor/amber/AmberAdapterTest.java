package energy.liveone.vendor.amber;

import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.Flows;
import energy.liveone.vendor.PolledVendorContract;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class AmberAdapterTest extends PolledVendorContract {
  private final FakeAmber amber = new FakeAmber();

  @Override
  protected String vendorName() {
    return "amber";
  }

  @Override
  protected Instant now() {
    return AmberScene.NOW;
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
    return new Credentials(Map.of("apiKey", "psk_secret_of_" + account, "siteId", AmberScene.SITE));
  }

  @Override
  protected String site() {
    return AmberScene.SITE;
  }

  @Override
  protected String otherSite() {
    return AmberScene.OTHER_SITE;
  }

  @Override
  protected Usable usable() {
    return new Usable("grid_import_price", "512.5", 1);
  }

  /** Amber knows the grid alone; what it does balance is tried in {@link AmberUsageTest}. */
  @Override
  protected Optional<Flows> flowsOfSample() {
    return Optional.empty();
  }

  @Override
  protected Usable energyInSample() {
    return new Usable("grid_import_interval_kwh", "0.4375", 1);
  }

  @Override
  protected String energyPayload() {
    return "usage-sample.json";
  }

  @Override
  protected void serveEnergy(String body) {
    amber.onUsage(call -> FakeReply.json(body));
  }

  @Override
  protected FailureCode codeOf(int status, FailureCode usual) {
    return status == 403 ? FailureCode.AUTH_FAILED : usual;
  }

  @Override
  protected Optional<Instant> retryTimeAfter(Optional<Duration> told) {
    // Never earlier than a window beyond the next boundary, which is later than what was told.
    return Optional.of(Instant.parse("2026-11-23T02:40:00Z"));
  }
}
