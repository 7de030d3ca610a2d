package energy.liveone.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTargetTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/dashboard", "/system/home?range=7D&x=%20", "/a//b"})
  void pathsOfThisServerAreTargets(String from) {
    assertThat(LocalTarget.of(from)).contains(from);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dashboard",
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\/evil.example",
        "/x\r\nSet-Cookie: a=b",
        "/x y",
        "javascript:alert(1)",
      })
  void everythingElseIsNone(String from) {
    assertThat(LocalTarget.of(from)).isEmpty();
  }

  @Test
  void theSignInPageLeadsBack() {
    assertThat(LocalTarget.signInPage("", "/system/1?range=7D&x=1"))
        .isEqualTo("/sign-in?from=%2Fsystem%2F1%3Frange%3D7D%26x%3D1");
  }
}
