package energy.liveone.vendor.mondo;

import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorSystem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account at Mondo as one login uses it: e-mail and password, or a key that needs no login.
 *
 * @param sessionKey the key of its session
 * @param email empty with a key
 * @param password empty with a key
 * @param apiKey empty without one
 * @param fingerprint changes with the credentials
 */
record MondoAccess(
    String sessionKey, String email, String password, String apiKey, String fingerprint) {
  static final String EMAIL = "email";
  static final String PASSWORD = "password";
  static final String API_KEY = "apiKey";
  static final String GROUP_ID = "groupId";

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The account of these credentials; empty when they are incomplete. */
  static Optional<MondoAccess> of(VendorSystem system, Credentials credentials) {
    String email = credentials.get(EMAIL).orElse("");
    String password = credentials.get(PASSWORD).orElse("");
    String key = credentials.get(API_KEY).orElse("");
    boolean complete = !key.isEmpty() || (!email.isEmpty() && !password.isEmpty());
    return complete
        ? Optional.of(
            new MondoAccess(system.sessionKey(), email, password, key, credentials.fingerprint()))
        : Optional.empty();
  }

  /** The group of the stored system, else the one among the credentials; it becomes a path. */
  static Optional<String> group(VendorSystem system, Credentials credentials) {
    return isGroup(system.vendorSiteId()) ? Optional.of(system.vendorSiteId()) : group(credentials);
  }

  /** The group among the credentials, when it is one. */
  static Optional<String> group(Credentials credentials) {
    return credentials.get(GROUP_ID).filter(MondoAccess::isGroup);
  }

  static boolean isGroup(String text) {
    return UUID.matcher(text).matches();
  }

  /** Whether a key is sent instead of a token. */
  boolean hasKey() {
    return !apiKey.isEmpty();
  }

  /** What must not be seen anywhere. */
  List<String> secrets() {
    return List.of(password, apiKey, email);
  }

  /** The session key only. */
  @Override
  public String toString() {
    return "MondoAccess[" + sessionKey + "]";
  }
}
