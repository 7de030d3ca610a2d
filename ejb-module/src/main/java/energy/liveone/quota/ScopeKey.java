package energy.liveone.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.QuotaLimit.Scope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names those who share limits, without telling who they are.
 *
 * @param hex SHA-256 of vendor, scope and account, in 64 hexadecimal digits
 */
public record ScopeKey(String hex) implements Comparable<ScopeKey> {
  public ScopeKey {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("Not a scope key");
    }
  }

  /**
   * The key of an application, account or site.
   *
   * @param account what tells it apart within vendor and scope; empty for the application
   */
  public static ScopeKey of(VendorType vendor, Scope scope, String account) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {vendor.value(), scope.name(), account}) {
        digest.update(part.getBytes(UTF_8));
        digest.update((byte) 0);
      }
      return new ScopeKey(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static ScopeKey of(byte[] sha256) {
    return new ScopeKey(HexFormat.of().formatHex(sha256));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(ScopeKey other) {
    return hex.compareTo(other.hex);
  }
}
