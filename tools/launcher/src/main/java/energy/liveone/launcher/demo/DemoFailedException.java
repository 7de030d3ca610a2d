package energy.liveone.launcher.demo;

/** The demo cannot go on; the product itself runs. The message is for the user. */
final class DemoFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailedException(String message) {
    super(message);
  }
}
