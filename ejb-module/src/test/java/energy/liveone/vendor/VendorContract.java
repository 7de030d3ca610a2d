package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.Transform;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every vendor's adapter. A vendor joins by extending this in its test folder. */
public abstract class VendorContract {
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
}
