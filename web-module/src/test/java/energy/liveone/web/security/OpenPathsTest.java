package energy.liveone.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/sign-in.xhtml",
        "/sign-in/with/keycloak",
        "/sign-in/callback/keycloak",
        "/sign-up",
        "/welcome",
        "/verify-email",
        "/forgot-password",
        "/reset-password",
        "/api/data/latest",
        "/assets/css/app.css",
        "/jakarta.faces.resource/x.js",
        "/health/ready",
        "/openapi",
      })
  void strangersMayGetThese(String path) {
    assertThat(OpenPaths.contains(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dashboard",
        "/dashboard.xhtml",
        "/system/1",
        "/account",
        "/admin",
        "/sign-in/x",
        "/sign-in.xhtml/x",
        "/apix",
        "/assets",
        "/assets/../dashboard",
        "//assets/x",
        "/new-page-that-nobody-listed",
        "/metrics",
      })
  void everythingElseIsClosed(String path) {
    assertThat(OpenPaths.contains(path)).isFalse();
  }
}
