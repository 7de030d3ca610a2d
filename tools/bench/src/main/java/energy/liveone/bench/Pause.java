package energy.liveone.bench;

/** Waits between two looks at something that tells nobody when it changes. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailedException("Interrupted", e);
    }
  }
}
