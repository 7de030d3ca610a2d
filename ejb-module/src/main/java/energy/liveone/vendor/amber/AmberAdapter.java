package energy.liveone.vendor.amber;

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
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorCapabilities;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.amber.UsagePlan.Stretch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Prices and metered usage of customers of Amber Electric. Each poll asks for the prices of today
 * and tomorrow, and at most once more, for usage that is due or may have been revised.
 */
@Dependent
public class AmberAdapter implements VendorAdapter {
  static final VendorType TYPE = new VendorType("amber");
  static final String USUAL_BASE_URL = "https://api.amber.com.au/v1";

  /** Until when Amber wants no call at all. */
  private static final String BLOCKED = "blocked";

  /** So long after midnight the last prices of the day before are asked for too. */
  private static final Duration SETTLING = Duration.ofHours(1);

  private static final PollPolicy POLICY =
      new PollPolicy(AmberRhythm.STEP, Duration.ofMinutes(35), 32);

  private final AmberClient client;
  private final Clock clock;

  @Inject
  AmberAdapter(AmberClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public VendorType vendorType() {
    return TYPE;
  }

  @Override
  public String displayName() {
    return "Amber Electric";
  }

  @Override
  public String description() {
    return "Wholesale prices and metered usage of Amber Electric customers in Australia";
  }

  @Override
  public VendorCapabilities capabilities() {
    return new VendorCapabilities(true, true, false, true, false);
  }

  @Override
  public List<CredentialField> credentialFields() {
    return List.of(
        new CredentialField(
            AmberAccess.API_KEY,
            "API key",
            "Made at app.amber.com.au/developers; it begins with psk_.",
            true,
            true),
        new CredentialField(
            AmberAccess.SITE_ID,
            "Site ID",
            "Only for accounts with several active sites.",
            false,
            false));
  }

  @Override
  public Optional<String> vendorSiteId(Credentials credentials) {
    return AmberAccess.siteId(credentials);
  }

  @Override
  public Optional<String> siteField() {
    return Optional.of(AmberAccess.SITE_ID);
  }

  @Override
  public PollPolicy pollPolicy() {
    return POLICY;
  }

  @Override
  public PollRhythm rhythm() {
    return new AmberRhythm();
  }

  @Override
  public List<QuotaLimit> quotaLimits() {
    return List.of(AmberLimits.QUOTA);
  }

  @Override
  public int callsPerPoll(VendorSystem system) {
    return 2;
  }

  @Override
  public String quotaAccount(Credentials credentials) {
    return credentials.get(AmberAccess.API_KEY).orElse("");
  }

  @Override
  public List<PointDefinition> defaultPoints(VendorSystem system) {
    return AmberPoints.definitions(AmberChannels.of(system), AmberSite.minutes(system.options()));
  }

  @Override
  public CompletionStage<ConnectionTest> testConnection(
      VendorSystem system, Credentials credentials) {
    return AmberAccess.of(credentials)
        .map(
            access ->
                new AmberTrial(client, clock)
                    .attempt(access, AmberAccess.siteId(system, credentials)))
        .orElseGet(() -> completedStage(new Refused(notConfigured("An API key is needed"))));
  }

  static Failure notConfigured(String detail) {
    return Failure.of(FailureCode.NOT_CONFIGURED, detail);
  }

  @Override
  public CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll) {
    Optional<AmberAccess> access = AmberAccess.of(credentials);
    Optional<String> site = AmberAccess.siteId(system, credentials);
    if (access.isEmpty() || site.isEmpty()) {
      return completedStage(new Failed(notConfigured("An API key and a site are needed")));
    }
    Instant now = clock.instant();
    Optional<Instant> blocked = poll.memory().time(BLOCKED).filter(now::isBefore);
    return blocked.isPresent()
        ? completedStage(new Failed(stillBlocked(blocked.get())))
        : fetch(access.get(), site.get(), AmberChannels.of(system), poll, now);
  }

  private static Failure stillBlocked(Instant until) {
    return Failure.of(FailureCode.RATE_LIMITED, "Amber wants no call before " + until)
        .retryingAt(until);
  }

  private CompletionStage<FetchResult> fetch(
      AmberAccess access, String site, AmberChannels channels, Poll poll, Instant now) {
    AmberTalk talk = new AmberTalk(poll.allowance(), now);
    var first = NemDay.after(now.minus(SETTLING));
    var tomorrow = NemDay.after(now).plusDays(1);
    return talk.ask(() -> client.prices(access, site, first, tomorrow))
        .thenCompose(prices -> usage(talk, access, site, channels, poll, now))
        .thenApply(
            done -> {
              talk.blockedUntil()
                  .ifPresentOrElse(
                      until -> poll.memory().note(BLOCKED, until),
                      () -> poll.memory().forget(BLOCKED));
              return talk.result(channels);
            });
  }

  /** Asks for usage when it is due; prices stay what they are, whatever comes of it. */
  private CompletionStage<AmberTalk> usage(
      AmberTalk talk,
      AmberAccess access,
      String site,
      AmberChannels channels,
      Poll poll,
      Instant now) {
    UsageDays days = UsageDays.read(poll.memory(), NemDay.after(now).minusDays(1));
    UsagePlan plan = new UsagePlan(poll.memory(), days, now);
    Optional<Stretch> due = talk.mayGoOn() ? plan.next(poll.forced()) : Optional.empty();
    if (due.isEmpty()) {
      return completedStage(talk);
    }
    Stretch stretch = due.get();
    return talk.ask(() -> client.usage(access, site, stretch.first(), stretch.last()))
        .thenApply(
            said -> {
              if (said.refusal() == null) {
                days.settle(said.records(), channels);
                days.write(poll.memory());
                plan.answered(stretch);
              } else {
                plan.refused();
              }
              return talk;
            });
  }
}
