package energy.liveone.identity;

import energy.liveone.account.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom a provider vouches, by a word that was checked.
 *
 * @param verifiedEmailOrNull the address that the provider has verified; null when it has not
 * @param name what others call them; possibly empty
 */
public record ProvenPerson(
    Identity identity, @Nullable EmailAddress verifiedEmailOrNull, String name) {
  private static final int MAX_NAME = 100;

  /** The address that the provider has verified. */
  public Optional<EmailAddress> verifiedEmail() {
    return Optional.ofNullable(verifiedEmailOrNull);
  }

  /** A name for an account of theirs, of 1 to 100 characters. */
  public String displayName(EmailAddress email) {
    String visible = name.replaceAll("\\p{Cntrl}", " ").strip();
    String chosen = visible.isEmpty() ? email.value().replaceAll("@.*", "") : visible;
    int end = chosen.offsetByCodePoints(0, Math.min(chosen.codePointCount(0, chosen.length()), 50));
    return chosen.length() <= MAX_NAME ? chosen : chosen.substring(0, end);
  }
}
