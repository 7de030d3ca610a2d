package energy.liveone.credential;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Some keys, the first being the one that an empty installation begins with. Never empty. */
final class KeyRing {
  private final Map<String, CredentialKey> byId = new LinkedHashMap<>();

  KeyRing(Collection<CredentialKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A key ring has at least one key");
    }
    keys.forEach(key -> byId.putIfAbsent(key.id(), key));
  }

  CredentialKey first() {
    return byId.values().iterator().next();
  }

  Optional<CredentialKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Set<String> ids() {
    return byId.keySet();
  }

  /** The same keys and those. */
  KeyRing with(KeyRing more) {
    List<CredentialKey> all = new ArrayList<>(byId.values());
    all.addAll(more.byId.values());
    return new KeyRing(all);
  }

  Collection<CredentialKey> keys() {
    return byId.values();
  }
}
