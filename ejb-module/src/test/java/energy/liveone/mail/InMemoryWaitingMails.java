package energy.liveone.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Waiting mails without a database. */
final class InMemoryWaitingMails implements WaitingMails {
  private final Map<String, Waiting> stored = new TreeMap<>();
  private final Map<String, Instant> due = new HashMap<>();

  @Override
  public void add(String id, String sealed, Instant now, Instant expiresAt) {
    stored.put(id, new Waiting(id, sealed, 0, expiresAt));
    due.put(id, now);
  }

  @Override
  public List<Waiting> claim(Instant now, Duration lease, int limit) {
    List<Waiting> claimed =
        stored.values().stream()
            .filter(mail -> !due.getOrDefault(mail.id(), now).isAfter(now))
            .limit(limit)
            .toList();
    for (Waiting mail : claimed) {
      due.put(mail.id(), now.plus(lease));
      stored.put(
          mail.id(), new Waiting(mail.id(), mail.sealed(), mail.attempts() + 1, mail.expiresAt()));
    }
    return claimed;
  }

  @Override
  public void remove(String id) {
    stored.remove(id);
  }

  @Override
  public void retry(String id, Instant at) {
    due.put(id, at);
  }

  @Override
  public List<Waiting> all() {
    return List.copyOf(stored.values());
  }
}
