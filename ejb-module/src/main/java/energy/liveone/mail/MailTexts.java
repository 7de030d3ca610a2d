package energy.liveone.mail;

import energy.liveone.account.EmailAddress;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of mails in the reader's language, English where it is not spoken here. */
public final class MailTexts {
  private static final String BUNDLE = "energy.liveone.mail.mails";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private MailTexts() {}

  /**
   * A mail.
   *
   * @param value what the text has a place for, such as a link; may be empty
   */
  public static Mail of(MailKind kind, Locale locale, EmailAddress to, String value) {
    ResourceBundle bundle = bundle(locale);
    String text = bundle.getString(kind.key() + ".text").replace("{0}", value);
    return new Mail(
        to,
        bundle.getString(kind.key() + ".subject"),
        text + "\n\n" + bundle.getString("signature") + "\n");
  }

  static ResourceBundle bundle(Locale locale) {
    Locale spoken =
        locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    return ResourceBundle.getBundle(BUNDLE, spoken, NO_FALLBACK);
  }
}
