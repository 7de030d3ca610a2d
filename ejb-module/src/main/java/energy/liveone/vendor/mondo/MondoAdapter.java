package energy.liveone.vendor.mondo;

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

/** Mondo's monitored circuits. Which points a site has is found out while polling. */
@Dependent
public class MondoAdapter implements VendorAdapter {
  static final VendorType TYPE = new VendorType("mondo");

  /** Per-system option: the rows of the battery have the sign turned round. */
  static final String INVERT_BATTERY = "invertBattery";

  /** The widget's values come five minutes apart; so far from each other they are no gap. */
  private static final PollPolicy POLICY =
      new PollPolicy(Duration.ofMinutes(2), Duration.ofSeconds(330), 64);

  /** No limit is published: assumed. */
  private static final QuotaLimit LIMIT =
      QuotaLimit.rolling(Scope.CREDENTIAL, 30, Duration.ofMinutes(1), 0.2);

  private static final int CALLS_PER_POLL = 2;

  private final MondoPoll polls;
  private final MondoTrial trial;

  @Inject
  MondoAdapter(MondoClient client, Clock clock) {
    this.polls = new MondoPoll(client, clock);
    this.trial = new MondoTrial(client, polls);
  }

  @Override
  public VendorType vendorType() {
    return TYPE;
  }

  @Override
  public String displayName() {
    return "Mondo";
  }

  @Override
  public String description() {
    return "Circuits monitored by Mondo Power (ubi), with solar, battery and grid";
  }

  @Override
  public VendorCapabilities capabilities() {
    return new VendorCapabilities(true, true, false, true, false);
  }

  @Override
  public List<CredentialField> credentialFields() {
    return List.of(
        new CredentialField(
            MondoAccess.EMAIL,
            "E-mail",
            "The e-mail address of the account at platform.mondopower.com.au.",
            false,
            false),
        new CredentialField(
            MondoAccess.PASSWORD, "Password", "The password of that account.", true, false),
        new CredentialField(
            MondoAccess.API_KEY,
            "API key",
            "In place of e-mail and password, if Mondo gave you one.",
            true,
            false),
        new CredentialField(
            MondoAccess.GROUP_ID,
            "Group id",
            "The id of the monitoring point group; leave it empty to choose from a list.",
            false,
            false));
  }

  @Override
  public Optional<String> vendorSiteId(Credentials credentials) {
    return MondoAccess.group(credentials);
  }

  @Override
  public Optional<String> siteField() {
    return Optional.of(MondoAccess.GROUP_ID);
  }

  @Override
  public PollPolicy pollPolicy() {
    return POLICY;
  }

  @Override
  public List<QuotaLimit> quotaLimits() {
    return List.of(LIMIT);
  }

  @Override
  public int callsPerPoll(VendorSystem system) {
    return CALLS_PER_POLL;
  }

  /** The account's organisation and its groups are listed as well. */
  @Override
  public int callsPerTest(VendorSystem system) {
    return CALLS_PER_POLL + 2;
  }

  @Override
  public String quotaAccount(Credentials credentials) {
    return credentials
        .get(MondoAccess.API_KEY)
        .or(() -> credentials.get(MondoAccess.EMAIL))
        .orElseGet(credentials::fingerprint);
  }

  @Override
  public List<PointDefinition> defaultPoints(VendorSystem system) {
    return MondoPoints.ofSite(true, system.isOn(INVERT_BATTERY));
  }

  @Override
  public CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll) {
    Optional<MondoAccess> access = MondoAccess.of(system, credentials);
    Optional<String> group = MondoAccess.group(system, credentials);
    return access.isPresent() && group.isPresent()
        ? polls.fetch(system, access.get(), group.get(), poll)
        : completedStage(new Failed(notConfigured("E-mail and password, and a group id,")));
  }

  @Override
  public CompletionStage<ConnectionTest> testConnection(
      VendorSystem system, Credentials credentials) {
    Optional<MondoAccess> access = MondoAccess.of(system, credentials);
    if (access.isEmpty()) {
      return completedStage(new Refused(notConfigured("E-mail and password, or an API key,")));
    }
    return MondoAccess.group(system, credentials)
        .map(group -> trial.withGroup(system, access.get(), group))
        .orElseGet(() -> trial.withoutGroup(system, access.get()));
  }

  private static Failure notConfigured(String what) {
    return Failure.of(FailureCode.NOT_CONFIGURED, what + " are needed");
  }
}
