package energy.liveone.account;

/** Another account already signs in with this address. */
public class EmailTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EmailTaken() {
    super("Another account has this e-mail address");
  }
}
