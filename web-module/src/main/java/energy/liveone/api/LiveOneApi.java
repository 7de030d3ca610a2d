package energy.liveone.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The root of the API; resources and providers are found by scanning. */
@ApplicationPath("/api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "LiveOne EE",
            version = "1",
            description =
                "Solar, battery and grid monitoring. Get a token from POST /api/auth/token and"
                    + " send it as a bearer token. Errors are always {error, code, details}."),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class LiveOneApi extends Application {
  /** OpenAPI describes the API; the older description that Jersey adds by itself is switched off. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
