package energy.liveone.mail;

/** What mails are about. Subject and text of each are in the bundles beside this package. */
public enum MailKind {
  /** Somebody, presumably the reader, wants an account. Takes a link. */
  SIGN_UP("signUp"),
  /** The same for an address that has an account. */
  SIGN_UP_AGAIN("signUpAgain"),
  /** Is this address the reader's? Takes a link. */
  VERIFY_EMAIL("verifyEmail"),
  /** The reader forgot the password. Takes a link. */
  RESET_PASSWORD("resetPassword"),
  /** Somebody shares something with the reader. Takes a link. */
  INVITATION("invitation"),
  /** The password was changed. */
  PASSWORD_CHANGED("passwordChanged"),
  /** The account has another address now. Takes that address. */
  EMAIL_CHANGED("emailChanged"),
  /** Codes are asked for from now on. */
  SECOND_FACTOR_ON("secondFactorOn"),
  /** No codes are asked for any more. */
  SECOND_FACTOR_OFF("secondFactorOff"),
  /** Somebody can sign in through another service from now on. */
  IDENTITY_LINKED("identityLinked"),
  /** Nobody can sign in through that service any more. */
  IDENTITY_UNLINKED("identityUnlinked");

  private final String key;

  MailKind(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
