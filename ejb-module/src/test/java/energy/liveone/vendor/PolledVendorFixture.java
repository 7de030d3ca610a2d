package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A double of a vendor that we call, an adapter that calls it over real HTTP, and what tests ask of
 * both. The tests are in {@link PolledVendorContract}.
 */
public abstract class PolledVendorFixture extends VendorContract {
  protected static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration IMPATIENT = Duration.ofMillis(300);

  protected VendorDouble vendor;
  protected Surroundings surroundings;
  private final LogListener logged = new LogListener();

  /** The vendor's key. */
  protected abstract String vendorName();

  /** A time some seconds after that of the recorded payloads. */
  protected abstract Instant now();

  protected abstract VendorDouble vendorDouble();

  protected abstract VendorAdapter adapter(Surroundings with);

  /** A site of every account, named by {@link #credentials}. */
  protected abstract String site();

  /** Another site of every account. */
  protected abstract String otherSite();

  /** The one value that the odd payloads leave usable. */
  protected Usable usable() {
    return new Usable("load_w", "512.5", 1);
  }

  /**
   * The one value that the odd payloads leave usable.
   *
   * @param point its key
   * @param text as it stands in the payloads, nowhere else in them
   * @param factor from the vendor's unit to the point's
   */
  public record Usable(String point, String text, double factor) {
    /** The value that this text has. */
    public double value(String instead) {
      return Double.parseDouble(instead) * factor;
    }
  }

  @BeforeEach
  void openVendor() {
    logged.begin();
    vendor = vendorDouble();
    surroundings = surroundings(vendor.baseUrl(), PATIENT, clock());
    serve(payload("sample.json"));
  }

  @AfterEach
  void closeVendor() {
    surroundings.close();
    vendor.close();
    logged.end();
    assertNothingSecret(logged.lines(), KeptSessions.of(surroundings.sessions()));
  }

  protected Clock clock() {
    return Clock.fixed(now(), ZoneOffset.UTC);
  }

  protected Surroundings surroundings(String baseUrl, Duration patience, Clock clock) {
    return Surroundings.of(vendorName(), baseUrl, clock, patience);
  }

  /** The surroundings of the test, sessions included, at another time. */
  protected Surroundings surroundingsAt(Clock time) {
    return new Surroundings(
        surroundings.http(), surroundings.sessions(), surroundings.settings(), time);
  }

  @Override
  protected VendorAdapter adapterAlone() {
    return adapter(surroundings);
  }

  protected String payload(String file) {
    return Payloads.of(vendorName(), file);
  }

  protected void serve(String body) {
    vendor.onData(call -> FakeReply.json(body));
  }

  protected CompletionStage<FetchResult> begin(String account) {
    return begin(account, Poll.unlimited());
  }

  protected CompletionStage<FetchResult> begin(String account, Poll poll) {
    return adapterAlone().fetchLatestData(system(account, site()), credentials(account), poll);
  }

  protected FetchResult fetch() {
    return Surroundings.await(begin("anna"));
  }

  /** What the vendor says when our clock is off by so much. */
  protected FetchResult fetchWithClockOff(Duration error) {
    return Surroundings.await(
        adapter(surroundingsAt(Clock.offset(clock(), error)))
            .fetchLatestData(system("anna", site()), credentials("anna"), Poll.unlimited()));
  }

  protected Failure failure() {
    Failure failure = failure(fetch());
    assertNothingSecret(failure);
    assertThat(failure.detail()).isNotBlank().doesNotContain("http:", "https:");
    return failure;
  }

  protected static Failure failure(FetchResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed) result).failure();
  }

  protected static Measurements measurements(FetchResult result) {
    assertThat(result).isInstanceOf(Fetched.class);
    return ((Fetched) result).measurements();
  }

  /** The samples, and the last interval of each point, by key. */
  protected static Map<String, Double> values(FetchResult result) {
    Measurements all = measurements(result);
    Map<String, Double> values = new HashMap<>();
    all.intervals().stream()
        .sorted(Comparator.comparing(IntervalReading::end))
        .forEach(interval -> values.put(interval.point().value(), interval.value()));
    all.samples()
        .forEach(sample -> assertThat(values.put(sample.point().value(), sample.value())).isNull());
    return values;
  }

  protected Failure impatientFailure() {
    try (Surroundings impatient = surroundings(vendor.baseUrl(), IMPATIENT, clock())) {
      return failure(
          Surroundings.await(
              adapter(impatient)
                  .fetchLatestData(system("anna", site()), credentials("anna"), Poll.unlimited())));
    }
  }

  protected void assertNothingSecret(Object... said) {
    String all = List.of(said).toString();
    vendor.issuedSecrets().forEach(secret -> assertThat(all).doesNotContain(secret));
    for (String account : List.of("anna", "ben")) {
      secretsOf(credentials(account)).forEach(secret -> assertThat(all).doesNotContain(secret));
    }
  }

  /** What of credentials nobody may see. */
  protected List<String> secretsOf(Credentials credentials) {
    return adapterAlone().credentialFields().stream()
        .filter(CredentialField::secret)
        .flatMap(field -> credentials.get(field.name()).stream())
        .toList();
  }
}
