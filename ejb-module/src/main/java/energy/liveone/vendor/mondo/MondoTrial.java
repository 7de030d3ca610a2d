package energy.liveone.vendor.mondo;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.mondo.MondoReply.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries an account: finds the groups that it reaches, and reads one of them when one is named or
 * there is only one. Its login is forgotten afterwards.
 */
final class MondoTrial {
  /** An operator with more organisations than this has to type the group id. */
  private static final int MAX_ORGANIZATIONS = 20;

  private final MondoClient client;
  private final MondoPoll polls;

  MondoTrial(MondoClient client, MondoPoll polls) {
    this.client = client;
    this.polls = polls;
  }

  /**
   * What the account reaches.
   *
   * @param failure why some of it could not be told, null when all was
   */
  private record Discovery(List<DiscoveredSite> sites, @Nullable Failure failure) {
    static Discovery of(List<DiscoveredSite> sites) {
      return new Discovery(sites, null);
    }

    static Discovery failed(Failure failure) {
      return new Discovery(List.of(), failure);
    }

    Discovery and(Discovery other) {
      List<DiscoveredSite> both = new ArrayList<>(sites);
      both.addAll(other.sites);
      return new Discovery(both, failure == null ? other.failure : failure);
    }

    /** Why there is nothing. */
    Failure reason() {
      return failure == null
          ? Failure.of(
              FailureCode.NOT_FOUND,
              "The account is right, but has no organisation with a group of circuits")
          : failure;
    }
  }

  /** Reads the circuits of a group, and lists what else there is as far as that works. */
  CompletionStage<ConnectionTest> withGroup(VendorSystem system, MondoAccess access, String group) {
    return read(system, access, group)
        .thenCompose(
            test ->
                test instanceof Connected connected
                    ? discover(access).thenApply(found -> listing(connected, found.sites()))
                    : completedStage(test))
        .whenComplete((test, error) -> client.forget(access));
  }

  private static ConnectionTest listing(Connected connected, List<DiscoveredSite> sites) {
    return new Connected(
        connected.systemInfo(), connected.latest(), sites, Map.of(), connected.points());
  }

  /** Lists the groups of the account. */
  CompletionStage<ConnectionTest> withoutGroup(VendorSystem system, MondoAccess access) {
    return discover(access)
        .thenCompose(
            found -> {
              if (found.sites().isEmpty()) {
                return completedStage((ConnectionTest) new Refused(found.reason()));
              }
              if (found.sites().size() > 1) {
                return completedStage(new Connected(Map.of(), Map.of(), found.sites()));
              }
              return read(system, access, found.sites().get(0).vendorSiteId())
                  .thenApply(
                      test ->
                          test instanceof Connected connected
                              ? listing(connected, found.sites())
                              : test);
            })
        .whenComplete((test, error) -> client.forget(access));
  }

  private CompletionStage<ConnectionTest> read(
      VendorSystem system, MondoAccess access, String group) {
    return polls
        .fetch(system, access, group, Poll.unlimited())
        .thenApply(
            result ->
                result.fold(
                    MondoTrial::connected,
                    nothing -> new Connected(Map.of(), Map.of(), List.of()),
                    failed -> new Refused(failed.failure())));
  }

  private static ConnectionTest connected(Fetched fetched) {
    Map<PointKey, Double> latest =
        fetched.measurements().samples().stream()
            .collect(Collectors.toMap(Reading::point, Reading::value));
    long circuits =
        fetched.measurements().points().stream()
            .filter(point -> point.vendorField().endsWith("/energyNowW"))
            .count();
    return new Connected(
        Map.of("circuits", Long.toString(circuits)),
        latest,
        List.of(),
        Map.of(),
        fetched.measurements().points());
  }

  private CompletionStage<Discovery> discover(MondoAccess access) {
    return client
        .organizations(access)
        .thenCompose(
            reply ->
                reply.fold(
                    document -> groupsOf(access, document),
                    refused -> completedStage(Discovery.failed(refused.failure()))));
  }

  private CompletionStage<Discovery> groupsOf(MondoAccess access, Document document) {
    return MondoPayload.named(document.body())
        .map(
            organizations -> {
              CompletionStage<Discovery> all = completedStage(Discovery.of(List.of()));
              for (DiscoveredSite one : organizations.stream().limit(MAX_ORGANIZATIONS).toList()) {
                all = all.thenCombine(groupsOf(access, one), Discovery::and);
              }
              return all;
            })
        .orElseGet(() -> completedStage(Discovery.failed(noList(document))));
  }

  private CompletionStage<Discovery> groupsOf(MondoAccess access, DiscoveredSite organization) {
    return client
        .groups(access, organization.vendorSiteId())
        .thenApply(
            reply ->
                reply.fold(
                    document ->
                        MondoPayload.named(document.body())
                            .map(Discovery::of)
                            .orElseGet(() -> Discovery.failed(noList(document))),
                    refused -> Discovery.failed(refused.failure())));
  }

  private static Failure noList(Document document) {
    return HttpFailures.of(
        FailureCode.BAD_RESPONSE,
        "The list of organisations or groups is no list",
        document.answer(),
        document.redaction());
  }
}
