package energy.liveone.vendor.selectronic;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Tries an account. With a system number it reads live data, and describes the system as far as the
 * web pages allow; without one it lists the account's systems. Its login is forgotten afterwards.
 */
final class SelectronicTrial {
  private final SelectronicClient client;

  SelectronicTrial(SelectronicClient client) {
    this.client = client;
  }

  /** Lists the systems of an account. */
  CompletionStage<ConnectionTest> withoutNumber(SelectronicAccess access) {
    return client
        .dashboard(access)
        .thenApply(
            reply ->
                reply.<ConnectionTest>fold(
                    page -> listed(SelectronicPages.sites(page.body())),
                    refused -> new Refused(refused.failure())))
        .whenComplete((test, error) -> client.forget(access));
  }

  private static ConnectionTest listed(List<DiscoveredSite> sites) {
    return sites.isEmpty()
        ? new Refused(
            Failure.of(
                FailureCode.NOT_CONFIGURED,
                "The account is right, but lists no systems: type the system number"))
        : new Connected(Map.of(), Map.of(), sites);
  }

  /** Describes a system whose live data is being read. */
  CompletionStage<ConnectionTest> withNumber(
      SelectronicAccess access, String systemNumber, CompletionStage<FetchResult> live) {
    return live.thenCompose(
            result ->
                result.fold(
                    fetched ->
                        described(access, systemNumber, latest(fetched.measurements().samples())),
                    nothing -> described(access, systemNumber, Map.of()),
                    failed -> completedStage((ConnectionTest) new Refused(failed.failure()))))
        .whenComplete((test, error) -> client.forget(access));
  }

  private static Map<PointKey, Double> latest(List<Reading> readings) {
    return readings.stream().collect(Collectors.toMap(Reading::point, Reading::value));
  }

  private CompletionStage<ConnectionTest> described(
      SelectronicAccess access, String systemNumber, Map<PointKey, Double> latest) {
    CompletionStage<Map<String, String>> details =
        client
            .details(access, systemNumber)
            .thenApply(
                reply ->
                    reply.fold(page -> SelectronicPages.details(page.body()), none -> Map.of()));
    CompletionStage<List<DiscoveredSite>> sites =
        client
            .dashboard(access)
            .thenApply(
                reply ->
                    reply.fold(page -> SelectronicPages.sites(page.body()), none -> List.of()));
    return details.thenCombine(sites, (info, found) -> new Connected(info, latest, found));
  }
}
