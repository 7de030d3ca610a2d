package energy.liveone.bench;

/** What was measured is not right, so its figure is worth nothing. */
final class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailedException(String message) {
    super(message);
  }

  CheckFailedException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }

  static void unless(boolean right, String message) {
    if (!right) {
      throw new CheckFailedException(message);
    }
  }

  static void unlessEqual(long expected, long actual, String what) {
    unless(expected == actual, what + " should be " + expected + " and are " + actual);
  }
}
