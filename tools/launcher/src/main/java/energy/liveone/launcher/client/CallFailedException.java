package energy.liveone.launcher.client;

/** A call was not answered, or not as expected. The message is for the user and holds no secret. */
public final class CallFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CallFailedException(String message) {
    super(message);
  }
}
