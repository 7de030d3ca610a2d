package energy.liveone.api.push;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.PushParse.PushIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DeviceKeyTest {
  @Test
  void bearerIsTheKey() {
    assertThat(DeviceKey.of(null, "Bearer lo_abc")).isEqualTo(new PushIdentity(null, "lo_abc"));
  }

  @Test
  void basicIsSiteAndKey() {
    assertThat(DeviceKey.of("hill", basic("hill:lo:abc")))
        .isEqualTo(new PushIdentity("hill", "lo:abc"));
    assertThat(DeviceKey.of(null, basic("hill:lo_abc")))
        .isEqualTo(new PushIdentity("hill", "lo_abc"));
  }

  @Test
  void theKeyOfAnotherSiteIsNone() {
    assertThat(DeviceKey.of("hill", basic("valley:lo_abc")))
        .isEqualTo(new PushIdentity("hill", null));
  }

  @Test
  void nonsenseIsNoKey() {
    for (String header : new String[] {"Basic %%%", "Basic " + "aGlsbA==", "Digest x", ""}) {
      assertThat(DeviceKey.of("hill", header)).isEqualTo(new PushIdentity("hill", null));
    }
    assertThat(DeviceKey.of("hill", null)).isEqualTo(new PushIdentity("hill", null));
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
