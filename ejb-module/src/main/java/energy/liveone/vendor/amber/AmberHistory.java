package energy.liveone.vendor.amber;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointDefinition;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Prices and usage of the past, by market days. Fetched whatever is stored already: a day that
 * looks settled may be half filled.
 */
@Dependent
public class AmberHistory implements HistorySource {
  private static final Duration USAGE_LATENESS = Duration.ofDays(3);
  private static final Duration PRICE_LATENESS = Duration.ofHours(1);

  private final AmberClient client;
  private final Clock clock;

  @Inject
  AmberHistory(AmberClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public VendorType vendorType() {
    return AmberAdapter.TYPE;
  }

  /**
   * One less than Amber answers at once, as days of a site's zone begin amid those of the market.
   */
  @Override
  public int daysPerRequest() {
    return AmberLimits.DAYS_PER_CALL - 2;
  }

  @Override
  public Duration reach() {
    return Duration.ofDays(UsageDays.REACH);
  }

  /** One for prices, one for usage. */
  @Override
  public int callsPerRequest(VendorSystem system) {
    return 2;
  }

  /** The tariff's period comes and goes: an interval without it lacks nothing. */
  @Override
  public boolean covers(PointKey point, VendorSystem system) {
    return AmberPoints.definitions(AmberChannels.of(system), AmberSite.USUAL_MINUTES).stream()
        .map(PointDefinition::key)
        .anyMatch(key -> key.equals(point) && !AmberPoints.isOptional(key));
  }

  /** Usage comes hours to days late, and polls go on asking for it anyway. */
  @Override
  public Duration settlesWithin(PointKey point) {
    return AmberPoints.isUsage(point) ? USAGE_LATENESS : PRICE_LATENESS;
  }

  @Override
  public CompletionStage<FetchResult> fetchHistory(
      VendorSystem system, Credentials credentials, Instant from, Instant to, Allowance allowance) {
    Optional<AmberAccess> access = AmberAccess.of(credentials);
    Optional<String> site = AmberAccess.siteId(system, credentials);
    if (access.isEmpty() || site.isEmpty()) {
      return completedStage(
          new Failed(AmberAdapter.notConfigured("An API key and a site are needed")));
    }
    Instant now = clock.instant();
    AmberTalk talk = new AmberTalk(allowance, now);
    LocalDate first = NemDay.after(from);
    LocalDate last = NemDay.ofEnd(to);
    return talk.ask(() -> client.prices(access.get(), site.get(), first, last))
        .thenCompose(
            prices -> {
              // Usage of a day that goes on is refused.
              LocalDate yesterday = NemDay.after(now).minusDays(1);
              LocalDate lastOver = last.isBefore(yesterday) ? last : yesterday;
              return first.isAfter(lastOver)
                  ? completedStage(prices)
                  : talk.ask(() -> client.usage(access.get(), site.get(), first, lastOver));
            })
        .thenApply(done -> talk.result(AmberChannels.of(system), from, to));
  }
}
