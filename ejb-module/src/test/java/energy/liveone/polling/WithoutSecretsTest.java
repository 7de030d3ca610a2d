package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithoutSecretsTest {
  private final WithoutSecrets secrets =
      new WithoutSecrets(
          Redaction.STANDARD, Optional.empty(), new Credentials(Map.of("key", "opensesame")));

  @Test
  void aVendorThatRepeatsASecretIsMasked() {
    Failure told =
        Failure.answered(FailureCode.AUTH_FAILED, "No opensesame here", 401, "<b>opensesame</b>");

    Failure shown =
        secrets.of(new Refused(told)).fold(connected -> told, refused -> refused.failure());

    assertThat(shown.detail()).isEqualTo("No *** here");
    assertThat(shown.response()).isEqualTo("<b>***</b>");
    assertThat(shown.httpStatus()).isEqualTo(401);
  }

  @Test
  void whatTheVendorTellsOfASiteIsMaskedToo() {
    ConnectionTest shown =
        secrets.of(new Connected(Map.of("model", "X opensesame"), Map.of(), List.of()));

    assertThat(shown).isEqualTo(new Connected(Map.of("model", "X ***"), Map.of(), List.of()));
  }
}
