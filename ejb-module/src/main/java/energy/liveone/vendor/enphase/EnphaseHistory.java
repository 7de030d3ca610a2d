package energy.liveone.vendor.enphase;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointKey;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.HistorySource;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The past, a day at a time. */
@Dependent
public class EnphaseHistory implements HistorySource {
  private static final Duration REACH = Duration.ofDays(730);

  /** From an early dusk, after which nothing is read, to the last look at yesterday. */
  private static final Duration NIGHT = Duration.ofHours(15);

  private final EnphaseReader reader;

  @Inject
  EnphaseHistory(EnphaseReader reader) {
    this.reader = reader;
  }

  @Override
  public VendorType vendorType() {
    return EnphaseAdapter.TYPE;
  }

  @Override
  public int daysPerRequest() {
    return 1;
  }

  @Override
  public Duration reach() {
    return REACH;
  }

  /** Two for each feed, because a day of 25 hours takes two. */
  @Override
  public int callsPerRequest(VendorSystem system) {
    return 2 * EnphasePoints.feeds(system).size();
  }

  @Override
  public boolean covers(PointKey point, VendorSystem system) {
    return EnphasePoints.definitions(system).stream()
        .anyMatch(definition -> definition.key().equals(point));
  }

  @Override
  public Duration settlesWithin(PointKey point) {
    return NIGHT;
  }

  @Override
  public CompletionStage<FetchResult> fetchHistory(
      VendorSystem system, Credentials credentials, Instant from, Instant to, Allowance allowance) {
    Optional<EnphaseAccess> access = EnphaseAccess.of(credentials);
    Optional<String> path = EnphaseAccess.path(system);
    return access.isPresent() && path.isPresent()
        ? reader.stretch(system, access.get(), path.get(), from, to, allowance)
        : completedStage(new Failed(EnphaseAdapter.notConnected()));
  }
}
