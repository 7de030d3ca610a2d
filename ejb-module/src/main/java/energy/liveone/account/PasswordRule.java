package energy.liveone.account;

/** Which passwords are accepted: length only, as NIST SP 800-63B advises. */
public final class PasswordRule {
  /** Shortest accepted password. */
  public static final int MIN_LENGTH = 8;

  /** Longest accepted password; bounds the work of hashing. */
  public static final int MAX_LENGTH = 200;

  private PasswordRule() {}

  /** Whether a new password is accepted. */
  public static boolean accepts(String password) {
    return password.length() >= MIN_LENGTH && password.length() <= MAX_LENGTH;
  }
}
