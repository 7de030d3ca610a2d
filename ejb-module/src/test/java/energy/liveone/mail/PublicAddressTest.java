package energy.liveone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  @Test
  void pagesAreBelowIt() {
    assertThat(new PublicAddress(" https://home.example/solar/ ").of("sign-in"))
        .isEqualTo("https://home.example/solar/sign-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"home.example", "ftp://home.example", "https://", "https://home.example?a=1"})
  void whatIsNoAddressOfPagesIsRefused(String url) {
    assertThatThrownBy(() -> new PublicAddress(url)).isInstanceOf(RuntimeException.class);
  }
}
