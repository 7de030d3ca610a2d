package energy.liveone.vendor.enphase;

import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.GrantTokens;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.VendorSystem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A grant as calls use it.
 *
 * @param grant names it
 */
record EnphaseAccess(String grant, OAuthTokens tokens) {
  private static final Pattern SYSTEM_ID = Pattern.compile("[0-9]{1,18}");

  /** The grant of these credentials; empty when they hold none. */
  static Optional<EnphaseAccess> of(Credentials credentials) {
    return credentials
        .get(GrantTokens.GRANT)
        .flatMap(
            grant -> OAuthTokens.of(credentials).map(tokens -> new EnphaseAccess(grant, tokens)));
  }

  /** The path of a system; empty when its id is none. */
  static Optional<String> path(VendorSystem system) {
    return SYSTEM_ID.matcher(system.vendorSiteId()).matches()
        ? Optional.of("/systems/" + system.vendorSiteId())
        : Optional.empty();
  }
}
