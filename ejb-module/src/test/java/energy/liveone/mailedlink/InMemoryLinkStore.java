package energy.liveone.mailedlink;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Links without a database. */
final class InMemoryLinkStore implements LinkStore {
  private final Map<String, MailedLink> stored = new HashMap<>();

  @Override
  public void add(byte[] sha256, MailedLink link) {
    stored.put(HexFormat.of().formatHex(sha256), link);
  }

  @Override
  public Optional<MailedLink> find(byte[] sha256) {
    return Optional.ofNullable(stored.get(HexFormat.of().formatHex(sha256)));
  }

  @Override
  public boolean use(byte[] sha256) {
    return stored.remove(HexFormat.of().formatHex(sha256)) != null;
  }

  @Override
  public void forgetExpired(Instant now) {
    stored.values().removeIf(link -> link.expiresAt().isBefore(now));
  }

  @Override
  public String toString() {
    return stored.toString();
  }
}
