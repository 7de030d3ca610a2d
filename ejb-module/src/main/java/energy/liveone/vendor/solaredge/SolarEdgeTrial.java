package energy.liveone.vendor.solaredge;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * Tries a key. With a site it describes the site and finds out what it has; without one it lists
 * the sites of the account, and goes on with the site when there is only one.
 */
final class SolarEdgeTrial {
  /** An account with more sites than this has to type the number. */
  private static final int MOST_SITES = 500;

  private final SolarEdgeClient client;
  private final SolarEdgeAccess access;
  private final VendorSystem system;
  private final Clock clock;

  SolarEdgeTrial(SolarEdgeClient client, SolarEdgeAccess access, VendorSystem system, Clock clock) {
    this.client = client;
    this.access = access;
    this.system = system;
    this.clock = clock;
  }

  /** Lists the sites that the key reaches. */
  CompletionStage<ConnectionTest> ofAccount() {
    return list(new ArrayList<>());
  }

  private CompletionStage<ConnectionTest> list(List<DiscoveredSite> found) {
    return client
        .sites(access, found.size())
        .thenCompose(
            reply ->
                reply.fold(
                    told -> {
                      found.addAll(told.value().sites());
                      boolean more =
                          !told.value().sites().isEmpty()
                              && found.size() < Math.min(told.value().count(), MOST_SITES);
                      return more ? list(found) : listed(found);
                    },
                    unsupported -> listed(found),
                    refused -> completedStage(new Refused(refused.failure()))));
  }

  private CompletionStage<ConnectionTest> listed(List<DiscoveredSite> found) {
    if (found.isEmpty()) {
      return completedStage(
          new Refused(
              Failure.of(
                  FailureCode.NOT_CONFIGURED,
                  "The key is right, but reaches no site: type the site id")));
    }
    if (found.size() > 1) {
      return completedStage(new Connected(Map.of(), Map.of(), found));
    }
    SolarEdgeAccess only = access.to(found.get(0).vendorSiteId());
    return new SolarEdgeTrial(client, only, system, clock).describe(found);
  }

  /** Describes the site of the access. */
  CompletionStage<ConnectionTest> ofSite() {
    return describe(List.of());
  }

  private CompletionStage<ConnectionTest> describe(List<DiscoveredSite> sites) {
    return client
        .details(access)
        .thenCompose(
            reply ->
                reply.fold(
                    told -> describe(told.value(), sites),
                    unsupported -> completedStage(new Refused(silent())),
                    refused -> completedStage(new Refused(refused.failure()))));
  }

  private static Failure silent() {
    return Failure.of(FailureCode.NOT_FOUND, "SolarEdge tells nothing of this site");
  }

  /** The list leaves out where a site stands; its details say. */
  private List<DiscoveredSite> described(SiteDetails details, List<DiscoveredSite> listed) {
    String name =
        Optional.ofNullable(details.info().get("siteName"))
            .or(() -> listed.stream().findFirst().map(DiscoveredSite::name))
            .orElse("Site " + access.siteId());
    return List.of(new DiscoveredSite(access.siteId(), name, details.zone().orElse(null)));
  }

  /** Only the details are needed; what the other calls cannot tell stays unknown. */
  private CompletionStage<ConnectionTest> describe(
      SiteDetails details, List<DiscoveredSite> sites) {
    Findings findings = new Findings(details, described(details, sites));
    SiteTime time = new SiteTime(details.zone().orElse(system.zone()));
    return client
        .powerFlow(access)
        .thenAccept(findings::flow)
        .thenCompose(done -> client.overview(access, time))
        .thenAccept(findings::overview)
        .thenCompose(done -> client.inventory(access))
        .thenAccept(findings::inventory)
        .thenApply(done -> findings.connected(clock.instant()));
  }

  private static final class Findings {
    private final List<DiscoveredSite> sites;
    private final Optional<ZoneId> zone;
    private final Map<String, String> info;
    private final Map<PointKey, Double> latest = new TreeMap<>();
    private Optional<PowerFlow> flow = Optional.empty();
    private Optional<Overview> overview = Optional.empty();
    private Optional<Boolean> meter = Optional.empty();
    private Optional<Boolean> battery = Optional.empty();

    Findings(SiteDetails details, List<DiscoveredSite> sites) {
      this.sites = sites;
      zone = details.zone();
      info = new LinkedHashMap<>(details.info());
    }

    void flow(SolarEdgeReply<PowerFlow> reply) {
      reply.<Void>fold(
          told -> {
            flow = Optional.of(told.value());
            meter = Optional.of(told.value().hasMeter());
            battery = Optional.of(told.value().hasBattery());
            return null;
          },
          unsupported -> {
            meter = Optional.of(false);
            return null;
          },
          refused -> null);
    }

    void overview(SolarEdgeReply<Overview> reply) {
      overview =
          reply.fold(
              told -> Optional.of(told.value()),
              none -> Optional.empty(),
              none -> Optional.empty());
    }

    void inventory(SolarEdgeReply<Inventory> reply) {
      reply.<Void>fold(
          told -> {
            info.putAll(told.value().info());
            battery = Optional.of(battery.orElse(false) || told.value().hasBattery());
            return null;
          },
          unsupported -> null,
          refused -> null);
    }

    ConnectionTest connected(Instant now) {
      flow.ifPresent(told -> SolarEdgePoints.of(told, now).forEach(this::take));
      overview.ifPresent(told -> sums(told, now));
      return new Connected(info, latest, sites, SiteFacts.options(zone, meter, battery));
    }

    private void sums(Overview told, Instant now) {
      told.lifetimeWh().ifPresent(wh -> take(SolarEdgePoints.lifetime(wh, now)));
      boolean solarIsTold = flow.filter(f -> f.solarW().isPresent()).isPresent();
      if (!solarIsTold && !battery.orElse(false)) {
        told.powerW().ifPresent(watts -> take(SolarEdgePoints.solar(watts, now)));
      }
    }

    private void take(Reading reading) {
      latest.put(reading.point(), reading.value());
    }
  }
}
