package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.Payloads;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The adapter beside a double of Amber, at noon of a day in November. */
abstract class AmberScene {
  static final Instant NOW = Instant.parse("2026-11-23T02:31:07Z");
  static final String SITE = "01F5A5CRKMZ5BCX9P1S4V990AM";
  static final String OTHER_SITE = "01GQ7T2V9RJ4S8M6P3K5N1H0EB";

  final FakeAmber amber = new FakeAmber();
  private final Surroundings surroundings =
      Surroundings.of("amber", amber.baseUrl(), clock(NOW), Duration.ofSeconds(10));

  AmberScene() {
    serve(payload("sample.json"));
  }

  @AfterEach
  void close() {
    surroundings.close();
    amber.close();
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  static String payload(String file) {
    return Payloads.of("amber", file);
  }

  void serve(String prices) {
    amber.onData(call -> FakeReply.json(prices));
  }

  VendorAdapter adapter(Instant now) {
    var client = new AmberClient(surroundings.http(), surroundings.settings(), clock(now));
    return new AmberAdapter(client, clock(now));
  }

  static Credentials credentials(String site) {
    return new Credentials(Map.of("apiKey", "psk_secret_of_anna", "siteId", site));
  }

  /** A system with the usual two channels, noted. */
  static VendorSystem system() {
    return systemWith("E1:general,B1:feedIn", 30);
  }

  /** A system whose site nobody knows yet. */
  static VendorSystem unknownSystem() {
    return new VendorSystem("anna", "", ZoneId.of("Australia/Melbourne"), Map.of());
  }

  static VendorSystem systemWith(String channels, int minutes) {
    return new VendorSystem(
        "anna",
        SITE,
        ZoneId.of("Australia/Melbourne"),
        Map.of("channels", channels, "intervalLength", Integer.toString(minutes)));
  }

  FetchResult fetch() {
    return fetch(system(), Poll.unlimited());
  }

  FetchResult fetch(VendorSystem system, Poll poll) {
    return Surroundings.await(adapter(NOW).fetchLatestData(system, credentials(SITE), poll));
  }

  FetchResult fetchAt(String time, PollMemory memory) {
    Poll poll = new Poll(Allowance.unlimited(), memory, false);
    return Surroundings.await(
        adapter(Instant.parse(time)).fetchLatestData(system(), credentials(SITE), poll));
  }

  static Measurements measurements(FetchResult result) {
    assertThat(result).isInstanceOf(Fetched.class);
    return ((Fetched) result).measurements();
  }

  static Failure failure(FetchResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed) result).failure();
  }

  static List<IntervalReading> of(Measurements all, String point) {
    return all.intervals().stream().filter(r -> r.point().value().equals(point)).toList();
  }

  static IntervalReading only(Measurements all, String point) {
    assertThat(of(all, point)).as(point).hasSize(1);
    return of(all, point).get(0);
  }
}
