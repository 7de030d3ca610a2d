package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.system.VendorType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorSettingsTest {
  private static final VendorType VENDOR = new VendorType("selectronic");

  private static VendorSettings configured(String url) {
    var properties = Map.of("liveone.vendor.selectronic.base-url", url);
    return new VendorSettings(name -> Optional.ofNullable(properties.get(name)));
  }

  @Test
  void usualAddressCountsWhenNothingIsConfigured() {
    var nothing = new VendorSettings(name -> Optional.empty());

    assertThat(nothing.baseUrl(VENDOR, "https://select.live")).hasToString("https://select.live");
  }

  @Test
  void anyServerCanStandInUnderAPath() {
    assertThat(configured(" http://localhost:9000/selectronic/ ").baseUrl(VENDOR, "https://x"))
        .hasToString("http://localhost:9000/selectronic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9000",
        "ftp://host",
        "https://anna:hunter2@host",
        "https://host?api_key=hunter2",
        "https://host/#x",
        "https:///path",
        "http://a b",
        "http://169.254.169.254/latest"
      })
  void addressThatIsNotPlainIsRefusedWithoutBeingQuoted(String url) {
    VendorSettings settings = configured(url);

    assertThatThrownBy(() -> settings.baseUrl(VENDOR, "https://x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("liveone.vendor.selectronic.base-url")
        .hasMessageNotContaining("hunter2");
  }
}
