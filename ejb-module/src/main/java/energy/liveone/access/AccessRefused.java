package energy.liveone.access;

/** Thrown by the {@code require…} methods; pages and API turn it into their own answer. */
public class AccessRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /** A refusal and what it is about, in words for people. */
  public AccessRefused(Refusal refusal, String message) {
    super(message);
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
