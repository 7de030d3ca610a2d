package energy.liveone.vendor.solaredge;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointDefinition;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorCapabilities;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * SolarEdge inverters, meters and batteries through the monitoring API. The power flow has no time
 * of its own and counts as measured when it is asked for; everything else has the vendor's time.
 */
@Dependent
public class SolarEdgeAdapter implements VendorAdapter {
  static final VendorType TYPE = new VendorType("solaredge");
  static final String USUAL_BASE_URL = "https://monitoringapi.solaredge.com";

  /** Calls a day, for each key and for each site. */
  private static final int DAILY_CALLS = 300;

  private static final double RESERVE = 0.2;
  private static final int CALLS_AT_ONCE = 3;

  /** Two beats of the night, a little late, are continuous. */
  private static final PollPolicy POLICY =
      new PollPolicy(
          SolarEdgeRhythm.DAY, SolarEdgeRhythm.NIGHT.plus(Duration.ofMinutes(5)), CALLS_AT_ONCE);

  private final SolarEdgeClient client;
  private final Clock clock;

  @Inject
  SolarEdgeAdapter(SolarEdgeClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public VendorType vendorType() {
    return TYPE;
  }

  @Override
  public String displayName() {
    return "SolarEdge";
  }

  @Override
  public String description() {
    return "SolarEdge inverters, meters and batteries through the monitoring portal";
  }

  @Override
  public VendorCapabilities capabilities() {
    return new VendorCapabilities(true, true, false, true, false);
  }

  @Override
  public List<CredentialField> credentialFields() {
    return List.of(
        new CredentialField(
            SolarEdgeAccess.API_KEY,
            "API key",
            "The key of the site or of the account, from the portal's page Admin, Site Access.",
            true,
            true),
        new CredentialField(
            SolarEdgeAccess.SITE_ID,
            "Site id",
            "The digits in the portal's address; with an account's key it can be chosen later.",
            false,
            false));
  }

  @Override
  public Optional<String> vendorSiteId(Credentials credentials) {
    return SolarEdgeAccess.siteId(credentials);
  }

  @Override
  public Optional<String> siteField() {
    return Optional.of(SolarEdgeAccess.SITE_ID);
  }

  @Override
  public PollPolicy pollPolicy() {
    return POLICY;
  }

  @Override
  public PollRhythm rhythm() {
    return new SolarEdgeRhythm();
  }

  @Override
  public List<QuotaLimit> quotaLimits() {
    return List.of(
        QuotaLimit.rolling(Scope.CREDENTIAL, DAILY_CALLS, Duration.ofDays(1), RESERVE),
        QuotaLimit.rolling(Scope.SITE, DAILY_CALLS, Duration.ofDays(1), RESERVE));
  }

  @Override
  public int callsPerPoll(VendorSystem system) {
    return PollCall.values().length;
  }

  /** The key alone: all sites that it reaches share its limit. */
  @Override
  public String quotaAccount(Credentials credentials) {
    return credentials.get(SolarEdgeAccess.API_KEY).orElse("");
  }

  @Override
  public List<PointDefinition> defaultPoints(VendorSystem system) {
    return SolarEdgePoints.definitions(
        SiteFacts.mayHaveMeter(system), SiteFacts.mayHaveBattery(system));
  }

  @Override
  public CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll) {
    return SolarEdgeAccess.of(system, credentials)
        .map(access -> new SolarEdgePoll(client, system, access, poll, clock.instant()).run())
        .orElseGet(() -> completedStage(new Failed(notConfigured("An API key and a site id"))));
  }

  @Override
  public CompletionStage<ConnectionTest> testConnection(
      VendorSystem system, Credentials credentials) {
    Optional<String> key = credentials.get(SolarEdgeAccess.API_KEY);
    if (key.isEmpty()) {
      return completedStage(new Refused(notConfigured("An API key")));
    }
    return SolarEdgeAccess.of(system, credentials)
        .map(access -> new SolarEdgeTrial(client, access, system, clock).ofSite())
        .orElseGet(
            () ->
                new SolarEdgeTrial(client, new SolarEdgeAccess(key.get(), ""), system, clock)
                    .ofAccount());
  }

  static Failure notConfigured(String what) {
    return Failure.of(FailureCode.NOT_CONFIGURED, what + " are needed");
  }
}
