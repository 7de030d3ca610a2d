package energy.liveone.account;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name under which somebody signs in. Compared without case, hence kept in lower case.
 *
 * @param value at most 254 characters
 */
public record EmailAddress(String value) {
  private static final int MAX_LENGTH = 254;

  /** Deliberately loose: only a mail proves an address. Refuses what cannot be one. */
  private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}<>]+@[^\\s@\\p{Cntrl}<>]+");

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (!hasShape(value)) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** Whether this text could be an address. */
  public static boolean isValid(String text) {
    return hasShape(text.strip());
  }

  private static boolean hasShape(String text) {
    return text.length() <= MAX_LENGTH && SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
