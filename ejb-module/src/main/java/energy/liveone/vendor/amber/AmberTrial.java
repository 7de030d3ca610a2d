package energy.liveone.vendor.amber;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointKey;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.amber.AmberReply.Page;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Tries a key: lists its active sites and describes the wanted one, or the only one, with its
 * prices of now. Prices that cannot be had stop nobody.
 */
final class AmberTrial {
  private final AmberClient client;
  private final Clock clock;

  AmberTrial(AmberClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Tries, with the site that somebody named, if somebody did. */
  CompletionStage<ConnectionTest> attempt(AmberAccess access, Optional<String> wanted) {
    return client
        .sites(access)
        .thenCompose(
            reply ->
                reply.fold(
                    page ->
                        AmberPayload.of(page.body())
                            .fold(
                                listed ->
                                    choose(
                                        access,
                                        listed.objects().stream()
                                            .flatMap(one -> AmberSite.of(one).stream())
                                            .toList(),
                                        wanted),
                                unusable -> refused(page.unusable(unusable.reason()))),
                    refused -> refused(refused.failure())));
  }

  private CompletionStage<ConnectionTest> choose(
      AmberAccess access, List<AmberSite> sites, Optional<String> wanted) {
    List<AmberSite> active = sites.stream().filter(AmberSite::isActive).toList();
    if (active.isEmpty()) {
      return refused(notFound("The Amber account has no active site yet"));
    }
    if (wanted.isPresent()) {
      return active.stream()
          .filter(site -> site.id().equals(wanted.get()))
          .findFirst()
          .map(site -> describe(access, active, site))
          .orElseGet(() -> refused(notFound("This is no active site of the Amber account")));
    }
    return active.size() == 1
        ? describe(access, active, active.get(0))
        : completedStage(new Connected(Map.of(), Map.of(), discovered(active)));
  }

  private static List<ConnectionTest.DiscoveredSite> discovered(List<AmberSite> sites) {
    return sites.stream().map(AmberSite::discovered).toList();
  }

  private static Failure notFound(String detail) {
    return Failure.of(FailureCode.NOT_FOUND, detail);
  }

  private static CompletionStage<ConnectionTest> refused(Failure failure) {
    return completedStage(new Refused(failure));
  }

  private CompletionStage<ConnectionTest> describe(
      AmberAccess access, List<AmberSite> active, AmberSite site) {
    return client
        .currentPrices(access, site.id())
        .thenApply(
            reply ->
                new Connected(
                    site.info(),
                    reply.fold(page -> latest(page, site), refused -> Map.of()),
                    discovered(active),
                    site.options()));
  }

  private Map<PointKey, Double> latest(Page page, AmberSite site) {
    AmberChannels channels =
        site.channels().isEmpty()
            ? AmberChannels.usual()
            : new AmberChannels(site.channels(), true);
    Map<PointKey, Double> latest = new HashMap<>();
    List<AmberRecord> records =
        AmberPayload.of(page.body())
            .fold(listed -> listed.records(clock.instant()), unusable -> List.of());
    for (IntervalReading reading : AmberReadings.of(records, channels).intervals()) {
      if (Double.isFinite(reading.value())) {
        latest.put(reading.point(), reading.value());
      }
    }
    return latest;
  }
}
