package energy.liveone.grant;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.GrantTokens;
import energy.liveone.vendor.OAuthTokens;
import java.util.Map;
import java.util.TreeMap;

/**
 * A grant as stored.
 *
 * @param ownerAccountId whose it is
 * @param version rises with each change of the tokens
 */
public record Grant(
    GrantId id, int ownerAccountId, VendorType vendor, OAuthTokens tokens, int version) {

  /** What the vendor's adapter needs for a call. */
  public Credentials credentials() {
    Map<String, String> values = new TreeMap<>(tokens.credentials().values());
    values.put(GrantTokens.GRANT, id.toString());
    return new Credentials(values);
  }
}
