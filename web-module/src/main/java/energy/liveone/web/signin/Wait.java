package energy.liveone.web.signin;

import java.time.Duration;

/** How long somebody has to wait, in short words. */
public final class Wait {
  private Wait() {}

  /** Seconds up to a minute and a half, then minutes; rounded up. */
  public static String inWords(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return seconds < 100 ? seconds + "\u00a0s" : (seconds + 59) / 60 + "\u00a0min";
  }
}
