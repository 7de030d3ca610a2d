package energy.liveone.simulator.selectronic;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in. A session ends after 30 minutes without a call, by the virtual clock. */
final class SelectronicSessions {

  private static final Duration INACTIVITY = Duration.ofMinutes(30);
  private static final int SWEEP_AT = 50_000;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  SelectronicSessions(Clock clock) {
    this.clock = clock;
  }

  /** Opens a session and returns its cookie value, which holds equals signs as the portal's do. */
  String open(SelectronicAccount account) {
    if (sessions.size() >= SWEEP_AT) {
      Instant now = clock.instant();
      sessions.values().removeIf(session -> session.endedBy(now));
    }
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String value = Base64.getUrlEncoder().encodeToString(bytes);
    sessions.put(value, new Session(account, clock.instant()));
    return value;
  }

  /**
   * The account of a running session, which lives on from now; empty when it has ended or never
   * was.
   */
  Optional<SelectronicAccount> touch(String value) {
    Instant now = clock.instant();
    Session session =
        sessions.computeIfPresent(
            value, (key, found) -> found.endedBy(now) ? null : new Session(found.account, now));
    return Optional.ofNullable(session).map(Session::account);
  }

  void end(String value) {
    sessions.remove(value);
  }

  private record Session(SelectronicAccount account, Instant lastUsed) {

    boolean endedBy(Instant now) {
      return lastUsed.plus(INACTIVITY).isBefore(now);
    }
  }
}
