package energy.liveone.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * The root of the API; resources and providers are found by scanning. Described for people and
 * programs in {@code META-INF/openapi.yaml}, served at {@code /openapi}.
 */
@ApplicationPath("/api")
public class LiveOneApi extends Application {
  /**
   * OpenAPI describes the API; the older description that Jersey adds by itself is off. Redirects
   * are sent as written: Jersey would put the host before them that the caller claims.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl",
        true,
        "jersey.config.server.headers.location.relative.resolution.disabled",
        true);
  }
}
