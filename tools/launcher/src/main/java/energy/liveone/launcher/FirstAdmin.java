package energy.liveone.launcher;

import java.util.Map;
import java.util.Optional;

/**
 * The account that an installation starts with. Its password comes from the environment or is made
 * up at the first start, told once and kept nowhere; only the address is remembered, so that later
 * starts make up no other.
 *
 * @param password empty at later starts without one in the environment
 * @param madeUp whether the password has to be told to the user
 */
record FirstAdmin(String email, Optional<String> password, boolean madeUp) {
  private static final String REMEMBERED = "admin-email";
  private static final String DEFAULT_EMAIL = "admin@liveone.example";

  static FirstAdmin of(Map<String, String> environment, Secrets secrets) {
    Optional<String> remembered = secrets.read(REMEMBERED);
    String email =
        configured(environment, "LIVEONE_ADMIN_EMAIL").or(() -> remembered).orElse(DEFAULT_EMAIL);
    Optional<String> password = configured(environment, "LIVEONE_ADMIN_PASSWORD");
    boolean exists = remembered.filter(email::equals).isPresent();
    return password.isPresent() || exists
        ? new FirstAdmin(email, password, false)
        : new FirstAdmin(email, Optional.of(Secrets.newPassword(16)), true);
  }

  private static Optional<String> configured(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Once the server runs the account exists. */
  void remember(Secrets secrets) {
    if (!secrets.read(REMEMBERED).equals(Optional.of(email))) {
      secrets.write(REMEMBERED, email);
    }
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return email;
  }
}
