package energy.liveone.vendor.fronius;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointDefinition;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorCapabilities;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Fronius as set-up and pages see it; {@link FroniusPush} reads what its devices send. */
@Dependent
public class FroniusAdapter implements VendorAdapter {
  static final VendorType TYPE = new VendorType("fronius");

  /** Per-system option: a Datamanager pushes its own format. */
  static final String NATIVE = "native";

  private static final String SITE_ID = "siteId";

  /** It is part of a path, and of HTTP Basic before the colon. */
  private static final Pattern SITE_ID_SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Between two gauge samples more than 150 s apart nothing is known of the power, as at one push a
   * minute two are missing; a sender of every 5 minutes has correct averages with half the time
   * evidenced. Interval energy is not judged by this: it covers whatever time passed since the push
   * before, and is marked long after 10 minutes.
   */
  private static final PollPolicy POLICY =
      new PollPolicy(Duration.ofSeconds(60), Duration.ofSeconds(150), 1);

  @Override
  public VendorType vendorType() {
    return TYPE;
  }

  @Override
  public String displayName() {
    return "Fronius";
  }

  @Override
  public String description() {
    return "Fronius inverters whose collector or Datamanager pushes its data";
  }

  @Override
  public VendorCapabilities capabilities() {
    return new VendorCapabilities(true, true, false, false, true);
  }

  @Override
  public List<CredentialField> credentialFields() {
    return List.of(
        new CredentialField(
            SITE_ID,
            "Site id",
            "A name of your choice that the device sends along: letters, digits, dots, hyphens.",
            false,
            true));
  }

  @Override
  public Optional<String> vendorSiteId(Credentials credentials) {
    return credentials.get(SITE_ID).filter(id -> SITE_ID_SHAPE.matcher(id).matches());
  }

  @Override
  public Optional<String> siteField() {
    return Optional.of(SITE_ID);
  }

  @Override
  public PollPolicy pollPolicy() {
    return POLICY;
  }

  @Override
  public List<PointDefinition> defaultPoints(VendorSystem system) {
    return FroniusPoints.definitions(system.isOn(NATIVE));
  }

  /** Accepts a usable site id and says that the device has to call; nothing can be called here. */
  @Override
  public CompletionStage<ConnectionTest> testConnection(
      VendorSystem system, Credentials credentials) {
    if (vendorSiteId(credentials).isEmpty()) {
      return completedStage(
          new Refused(
              Failure.of(
                  FailureCode.NOT_CONFIGURED,
                  "A site id of at most 64 letters, digits, dots and hyphens is needed")));
    }
    return completedStage(
        new Connected(
            Map.of(
                "connection",
                "The device calls LiveOne. Add the system, enter its site id and key at the"
                    + " device, and watch for the first push."),
            Map.of(),
            List.of()));
  }

  /** There is never anything to fetch. */
  @Override
  public CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll) {
    return completedStage(new NothingNew(Instant.EPOCH, null));
  }
}
