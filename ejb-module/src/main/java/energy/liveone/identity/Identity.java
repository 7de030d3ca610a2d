package energy.liveone.identity;

/**
 * The name of a person at an identity provider. Compared exactly: who differs in one letter is
 * somebody else.
 *
 * @param issuer the provider
 * @param subject never given to anybody else there
 */
public record Identity(String issuer, String subject) {
  private static final int MAX_LENGTH = 255;

  public Identity {
    if (!isUsable(issuer) || !isUsable(subject)) {
      throw new IllegalArgumentException("Issuer and subject have 1 to 255 visible characters");
    }
  }

  /** Whether this can be an issuer or a subject. */
  public static boolean isUsable(String name) {
    return !name.isBlank()
        && name.length() <= MAX_LENGTH
        && name.chars().noneMatch(Character::isISOControl);
  }
}
