package energy.liveone.vendor.enphase;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointDefinition;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Daylight;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorCapabilities;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Enphase microinverters through the Enlighten cloud. By day the day so far is read, whole each
 * time, because late intervals are filled in; in the small hours yesterday, until its evening is
 * complete.
 */
@Dependent
public class EnphaseAdapter implements VendorAdapter {
  static final VendorType TYPE = new VendorType("enphase");
  static final String USUAL_BASE_URL = "https://api.enphaseenergy.com";

  private static final PollPolicy POLICY =
      new PollPolicy(Duration.ofHours(1), Duration.ofHours(2), 16, 4);

  private final EnphaseSettings settings;
  private final EnphaseReader reader;
  private final EnphaseTrial trial;
  private final Clock clock;

  @Inject
  EnphaseAdapter(
      EnphaseSettings settings, EnphaseClient client, EnphaseReader reader, Clock clock) {
    this.settings = settings;
    this.reader = reader;
    this.trial = new EnphaseTrial(client);
    this.clock = clock;
  }

  @Override
  public VendorType vendorType() {
    return TYPE;
  }

  @Override
  public String displayName() {
    return "Enphase";
  }

  @Override
  public String description() {
    return "Enphase microinverters, meters and batteries through the Enlighten cloud";
  }

  /** Without the operator's registration no system can be added. */
  @Override
  public VendorCapabilities capabilities() {
    boolean registered = settings.application().isPresent();
    return new VendorCapabilities(registered, false, true, true, false);
  }

  /** Nothing is typed: the owner lets us in at the vendor's own page. */
  @Override
  public List<CredentialField> credentialFields() {
    return List.of();
  }

  @Override
  public Optional<String> vendorSiteId(Credentials credentials) {
    return Optional.empty();
  }

  @Override
  public PollPolicy pollPolicy() {
    return POLICY;
  }

  @Override
  public PollRhythm rhythm() {
    return new EnphaseRhythm();
  }

  @Override
  public List<QuotaLimit> quotaLimits() {
    return settings.limits();
  }

  @Override
  public int callsPerPoll(VendorSystem system) {
    return EnphasePoints.feeds(system).size();
  }

  /** The summary alone. */
  @Override
  public int callsPerTest(VendorSystem system) {
    return 1;
  }

  /** The account, because tokens change every day. */
  @Override
  public String quotaAccount(Credentials credentials) {
    return OAuthTokens.of(credentials)
        .map(OAuthTokens::account)
        .orElseGet(credentials::fingerprint);
  }

  @Override
  public List<PointDefinition> defaultPoints(VendorSystem system) {
    return EnphasePoints.definitions(system);
  }

  @Override
  public CompletionStage<ConnectionTest> testConnection(
      VendorSystem system, Credentials credentials) {
    return EnphaseAccess.of(credentials)
        .map(
            access ->
                EnphaseAccess.path(system)
                    .map(path -> trial.ofSystem(access, path))
                    .orElseGet(() -> trial.ofAccount(access)))
        .orElseGet(() -> completedStage(new ConnectionTest.Refused(notConnected())));
  }

  @Override
  public CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll) {
    Optional<EnphaseAccess> access = EnphaseAccess.of(credentials);
    Optional<String> path = EnphaseAccess.path(system);
    if (access.isEmpty() || path.isEmpty()) {
      return completedStage(new Failed(notConnected()));
    }
    Instant now = clock.instant();
    EveningCheck evening = new EveningCheck(system, now);
    if (!poll.forced() && evening.isDue(poll.memory())) {
      return yesterday(system, access.get(), path.get(), poll, evening);
    }
    boolean nothingByNow = evening.isNight() && !Daylight.of(system).isLight(now);
    return nothingByNow && !poll.forced()
        ? completedStage(new NothingNew(evening.to(), null))
        : reader.today(system, access.get(), path.get(), poll.allowance());
  }

  private CompletionStage<FetchResult> yesterday(
      VendorSystem system, EnphaseAccess access, String path, Poll poll, EveningCheck evening) {
    return reader
        .stretch(system, access, path, evening.from(), evening.to(), poll.allowance())
        .thenApply(
            result ->
                result.<FetchResult>fold(
                    fetched -> {
                      evening.note(fetched.measurements().intervals(), poll.memory());
                      return fetched;
                    },
                    nothing -> nothing,
                    failed -> failed));
  }

  static Failure notConnected() {
    return Failure.of(FailureCode.NOT_CONFIGURED, "No Enphase account is connected");
  }
}
