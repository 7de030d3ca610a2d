package energy.liveone.mail;

import energy.liveone.account.EmailAddress;

/** One mail. Prints neither text nor address. */
public record Mail(EmailAddress to, String subject, String text) {
  public Mail {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A subject is one line");
    }
  }

  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
