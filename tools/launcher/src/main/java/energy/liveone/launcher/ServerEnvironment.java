package energy.liveone.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server is told by environment variables: the one way for secrets that other users of the
 * machine cannot see.
 */
final class ServerEnvironment {
  static final String CRON_SECRET = "cron-secret";
  static final String ENCRYPTION_KEY = "encryption-key";

  private ServerEnvironment() {}

  /**
   * @param simulated where the simulated vendors are, as environment variables; empty when there
   *     are none
   * @param port of the server, to which simulated vendors and links in mails send browsers
   */
  static Map<String, String> of(
      Map<String, String> inherited,
      Secrets secrets,
      FirstAdmin admin,
      Map<String, String> simulated,
      int port) {
    Map<String, String> environment = new HashMap<>();
    environment.putAll(encryptionKey(inherited, secrets));
    environment.put("LIVEONE_CRON_SECRET", cronSecret(inherited, secrets));
    environment.put(
        "LIVEONE_PUBLIC_URL",
        inherited.getOrDefault("LIVEONE_PUBLIC_URL", "http://localhost:" + port));
    admin
        .password()
        .ifPresent(
            password -> {
              environment.put("LIVEONE_ADMIN_EMAIL", admin.email());
              environment.put("LIVEONE_ADMIN_PASSWORD", password);
            });
    if (!simulated.isEmpty()) {
      environment.putAll(simulated);
      environment.putAll(simulatedOperator(port));
    }
    return environment;
  }

  /** What the simulated Enphase gave to this operator. */
  private static Map<String, String> simulatedOperator(int port) {
    return Map.of(
        "LIVEONE_VENDOR_ENPHASE_CLIENT_ID",
        "liveone-demo",
        "LIVEONE_VENDOR_ENPHASE_CLIENT_SECRET",
        "liveone-demo-secret",
        "LIVEONE_VENDOR_ENPHASE_API_KEY",
        "liveone-demo-key",
        "LIVEONE_VENDOR_ENPHASE_REDIRECT_URI",
        "http://localhost:" + port + "/api/auth/enphase/callback");
  }

  /** Keys that are given, or the file with those that the product keeps itself. */
  private static Map<String, String> encryptionKey(Map<String, String> inherited, Secrets secrets) {
    Map<String, String> given = new HashMap<>();
    for (String name : List.of("LIVEONE_ENCRYPTION_KEY", "LIVEONE_ENCRYPTION_KEY_PREVIOUS")) {
      String key = inherited.getOrDefault(name, "").strip();
      if (!key.isEmpty() && !key.matches("[0-9a-fA-F]{64}")) {
        throw Arguments.wrong(name + " must be 64 hexadecimal digits (32 bytes).");
      }
      if (!key.isEmpty()) {
        given.put(name, key);
      }
    }
    if (given.containsKey("LIVEONE_ENCRYPTION_KEY")) {
      return given;
    }
    secrets.hexadecimal(ENCRYPTION_KEY, 32);
    given.put("LIVEONE_ENCRYPTION_KEY_FILE", secrets.file(ENCRYPTION_KEY).toString());
    return given;
  }

  static String cronSecret(Map<String, String> inherited, Secrets secrets) {
    String given = inherited.getOrDefault("LIVEONE_CRON_SECRET", "").strip();
    return given.isEmpty() ? secrets.hexadecimal(CRON_SECRET, 32) : given;
  }
}
