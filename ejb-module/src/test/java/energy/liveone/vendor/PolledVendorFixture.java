package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
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

  /** The vendor's key. */
  protected abstract String vendorName();

  /** A time some seconds after that of the recorded payloads. */
  protected abstract Instant now();

  protected abstract VendorDouble vendorDouble();

  protected abstract VendorAdapter adapter(Surroundings with);

  /** A site of every account. */
  protected abstract String site();

  @BeforeEach
  void openVendor() {
    vendor = vendorDouble();
    surroundings = surroundings(vendor.baseUrl(), PATIENT, clock());
    serve(payload("sample.json"));
  }

  @AfterEach
  void closeVendor() {
    surroundings.close();
    vendor.close();
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
    return adapterAlone()
        .fetchLatestData(system(account, site()), credentials(account), Poll.unlimited());
  }

  protected FetchResult fetch() {
    return Surroundings.await(begin("anna"));
  }

  protected Failure failure() {
    return failure(fetch());
  }

  protected static Failure failure(FetchResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed) result).failure();
  }

  protected static Map<String, Double> values(FetchResult result) {
    assertThat(result).isInstanceOf(Fetched.class);
    return ((Fetched) result)
        .measurements().samples().stream()
            .collect(Collectors.toMap(r -> r.point().value(), Reading::value));
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
    adapterAlone().credentialFields().stream()
        .filter(CredentialField::secret)
        .flatMap(field -> credentials("anna").get(field.name()).stream())
        .forEach(secret -> assertThat(all).doesNotContain(secret));
  }
}
