package energy.liveone.vendor.selectronic;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointDefinition;
import energy.liveone.reading.Reading;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorCapabilities;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.selectronic.SelectronicPayload.Live;
import energy.liveone.vendor.selectronic.SelectronicReply.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Selectronic SP PRO inverters through select.live. The measurement time is the gateway's; when its
 * uplink is down the same data comes again, which the store recognises.
 */
@Dependent
public class SelectronicAdapter implements VendorAdapter {
  static final VendorType TYPE = new VendorType("selectronic");
  static final String USUAL_BASE_URL = "https://select.live";

  /** Per-system option: the grid sensor is mounted the wrong way round. */
  static final String INVERT_GRID = "invertGrid";

  private static final PollPolicy POLICY =
      new PollPolicy(Duration.ofSeconds(60), Duration.ofSeconds(150), 1024);

  private final SelectronicClient client;
  private final SelectronicTrial trial;
  private final Clock clock;

  @Inject
  SelectronicAdapter(SelectronicClient client, Clock clock) {
    this.client = client;
    this.trial = new SelectronicTrial(client);
    this.clock = clock;
  }

  @Override
  public VendorType vendorType() {
    return TYPE;
  }

  @Override
  public String displayName() {
    return "Selectronic";
  }

  @Override
  public String description() {
    return "Selectronic SP PRO inverters through the select.live portal";
  }

  @Override
  public VendorCapabilities capabilities() {
    return new VendorCapabilities(true, true, false, true, false);
  }

  @Override
  public List<CredentialField> credentialFields() {
    return List.of(
        new CredentialField(
            SelectronicAccess.EMAIL,
            "E-mail",
            "The e-mail address of the select.live account.",
            false,
            true),
        new CredentialField(
            SelectronicAccess.PASSWORD,
            "Password",
            "The password of the select.live account.",
            true,
            true),
        new CredentialField(
            SelectronicAccess.SYSTEM_NUMBER,
            "System number",
            "The digits in the portal's address, select.live/dashboard/<number>.",
            false,
            false));
  }

  @Override
  public Optional<String> vendorSiteId(Credentials credentials) {
    return SelectronicAccess.systemNumber(credentials);
  }

  @Override
  public Optional<String> siteField() {
    return Optional.of(SelectronicAccess.SYSTEM_NUMBER);
  }

  @Override
  public PollPolicy pollPolicy() {
    return POLICY;
  }

  @Override
  public List<PointDefinition> defaultPoints(VendorSystem system) {
    return SelectronicPoints.definitions(system.isOn(INVERT_GRID));
  }

  @Override
  public CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll) {
    Optional<SelectronicAccess> access = SelectronicAccess.of(system, credentials);
    Optional<String> number = SelectronicAccess.systemNumber(system, credentials);
    return access.isPresent() && number.isPresent()
        ? fetch(system, access.get(), number.get())
        : completedStage(new Failed(notConfigured("E-mail, password and system number")));
  }

  @Override
  public CompletionStage<ConnectionTest> testConnection(
      VendorSystem system, Credentials credentials) {
    Optional<SelectronicAccess> access = SelectronicAccess.of(system, credentials);
    if (access.isEmpty()) {
      return completedStage(new Refused(notConfigured("E-mail and password")));
    }
    return SelectronicAccess.systemNumber(system, credentials)
        .map(number -> trial.withNumber(access.get(), number, fetch(system, access.get(), number)))
        .orElseGet(() -> trial.withoutNumber(access.get()));
  }

  private static Failure notConfigured(String what) {
    return Failure.of(FailureCode.NOT_CONFIGURED, what + " are needed");
  }

  private CompletionStage<FetchResult> fetch(
      VendorSystem system, SelectronicAccess access, String number) {
    Instant began = clock.instant();
    return client
        .liveData(access, number)
        .thenApply(
            reply ->
                reply.fold(
                    page -> read(system, page),
                    refused -> failed(MaintenanceWindow.judge(refused.failure(), began, clock))));
  }

  FetchResult read(VendorSystem system, Page page) {
    return SelectronicPayload.of(page.body(), clock.instant())
        .fold(
            live -> read(system, page, live),
            unusable ->
                failed(
                    HttpFailures.of(
                        FailureCode.BAD_RESPONSE,
                        unusable.reason(),
                        page.answer(),
                        page.redaction())));
  }

  private static FetchResult read(VendorSystem system, Page page, Live live) {
    List<Reading> readings =
        SelectronicPoints.readings(live.items(), live.time(), system.isOn(INVERT_GRID));
    return readings.isEmpty()
        ? new NothingNew(live.time(), page.forSession())
        : Fetched.of(readings, live.time(), page.forSession());
  }

  private static FetchResult failed(Failure failure) {
    return new Failed(failure);
  }
}
