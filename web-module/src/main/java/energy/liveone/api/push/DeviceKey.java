package energy.liveone.api.push;

import energy.liveone.vendor.PushParse.PushIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the key of a device from {@code Authorization}: Bearer key, or Basic site and key. */
final class DeviceKey {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private DeviceKey() {}

  /** What route and header say; parts that they do not say are null. */
  static PushIdentity of(@Nullable String siteOfRoute, @Nullable String authorization) {
    if (authorization == null) {
      return new PushIdentity(siteOfRoute, null);
    }
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new PushIdentity(siteOfRoute, authorization.substring(BEARER.length()).strip());
    }
    if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return basic(siteOfRoute, authorization.substring(BASIC.length()).strip());
    }
    return new PushIdentity(siteOfRoute, null);
  }

  private static PushIdentity basic(@Nullable String siteOfRoute, String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return new PushIdentity(siteOfRoute, null);
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      return new PushIdentity(siteOfRoute, null);
    }
    String site = pair.substring(0, colon);
    String key = pair.substring(colon + 1);
    if (siteOfRoute != null && !siteOfRoute.equals(site)) {
      // A key is given for one site only; for another it counts as none.
      return new PushIdentity(siteOfRoute, null);
    }
    return new PushIdentity(site, key);
  }
}
