package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.liveone.history.SystemHealth;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.Transform;
import energy.liveone.system.SystemStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every vendor's adapter. A vendor joins by extending this in its test folder. */
public abstract class VendorContract {
  private static final GeoPoint MELBOURNE = new GeoPoint(-37.81, 144.96);

  /** The adapter, with nothing around it that it would need for a call. */
  protected abstract VendorAdapter adapterAlone();

  /** Credentials of this name's account, complete, secrets longer than 8 characters. */
  protected abstract Credentials credentials(String account);

  protected static VendorSystem system(String sessionKey, String site) {
    return new VendorSystem(sessionKey, site, ZoneId.of("Australia/Melbourne"), Map.of());
  }

  @Test
  void pointsOfANewSystemHaveDifferentKeys() {
    var points = adapterAlone().defaultPoints(system("s", ""));

    assertThat(points).isNotEmpty().extracting(PointDefinition::key).doesNotHaveDuplicates();
  }

  @Test
  void transformsOfPointsAreInTheVocabularyAsItIsPrinted() {
    var points = adapterAlone().defaultPoints(system("s", ""));

    assertThat(points)
        .flatExtracting(point -> point.transformJson().stream().toList())
        .allSatisfy(json -> assertThat(Transform.parse(json).json()).isEqualTo(json));
  }

  @Test
  void credentialFieldsHaveDifferentNamesAndHelp() {
    // With OAuth nothing is typed.
    assertThat(adapterAlone().credentialFields().isEmpty())
        .isEqualTo(adapterAlone().capabilities().oauth());
    assertThat(adapterAlone().credentialFields())
        .allSatisfy(field -> assertThat(field.help()).endsWith("."))
        .extracting(CredentialField::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void completeCredentialsNameASiteUnlessItIsDiscovered() {
    Credentials complete = credentials("anna");
    assumeTrue(!adapterAlone().capabilities().oauth(), "Sites are chosen after the redirect");

    assertThat(adapterAlone().vendorSiteId(complete))
        .hasValueSatisfying(site -> assertThat(complete.values()).containsValue(site));
  }

  @Test
  void credentialsNeverPrintTheirValues() {
    Credentials complete = credentials("anna");

    complete.values().values().forEach(v -> assertThat(complete.toString()).doesNotContain(v));
  }

  @Test
  void aVendorIsPolledOrPushesToUs() {
    VendorCapabilities can = adapterAlone().capabilities();

    assertThat(can.polled() || can.pushed()).isTrue();
  }

  /** The time of the newest data that a poll gets at a site where all is well. */
  protected Instant newestAt(Instant poll, VendorSystem site) {
    return poll;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-21T00:00:00Z", "2026-12-21T00:00:00Z"})
  void siteThatIsWellIsGreenDayAndNight(Instant start) {
    PollRhythm rhythm = adapterAlone().rhythm();
    var site = new VendorSystem("s", "1", ZoneId.of("Australia/Melbourne"), MELBOURNE, Map.of());

    Instant poll = rhythm.next(start, site, 0.9);
    while (poll.isBefore(start.plus(Duration.ofDays(2)))) {
      Instant next = rhythm.next(poll, site, 0.9);
      Instant newest = newestAt(poll, site);
      assertThat(
              SystemHealth.of(SystemStatus.ACTIVE, newest, rhythm.silentUntil(newest, site), next))
          .as("at %s, data of %s", next, newest)
          .isEqualTo(SystemHealth.GREEN);
      poll = next;
    }
  }

  @Test
  void siteThatFellSilentAtNoonIsRedADayLater() {
    PollRhythm rhythm = adapterAlone().rhythm();
    var site = new VendorSystem("s", "1", ZoneId.of("Australia/Melbourne"), MELBOURNE, Map.of());
    Instant noon = Instant.parse("2026-12-21T01:00:00Z");

    assertThat(
            SystemHealth.of(
                SystemStatus.ACTIVE,
                noon,
                rhythm.silentUntil(noon, site),
                noon.plus(Duration.ofDays(1))))
        .isEqualTo(SystemHealth.RED);
  }
}
