package energy.liveone.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * The keys that this node has: {@code liveone.encryption-key} and {@code .previous}, and those in
 * the file that {@code liveone.encryption-key.file} names, which the product keeps itself. A file
 * that changes is read again, so nodes that share it need no restart for a new key.
 */
@ApplicationScoped
public class HeldKeys {
  private static final String PREVIOUS = CredentialKey.PROPERTY + ".previous";
  private static final String FILE = CredentialKey.PROPERTY + ".file";
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final Logger LOG = Logger.getLogger(HeldKeys.class.getName());

  private final List<CredentialKey> configured;
  private final Optional<KeyFile> file;
  private volatile KeyRing ring;
  private volatile long loadedNanos;

  /**
   * @throws IllegalStateException when there is no key, or a malformed one
   */
  @Inject
  public HeldKeys(Config config) {
    List<CredentialKey> keys = new ArrayList<>();
    key(config, CredentialKey.PROPERTY).ifPresent(keys::add);
    key(config, PREVIOUS).ifPresent(keys::add);
    configured = List.copyOf(keys);
    file = config.getOptionalValue(FILE, String.class).map(Path::of).map(KeyFile::new);
    if (configured.isEmpty() && file.isEmpty()) {
      throw CredentialKey.malformed(CredentialKey.PROPERTY);
    }
    ring = load();
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected HeldKeys() {
    configured = List.of();
    file = Optional.empty();
    ring = null;
  }

  private static Optional<CredentialKey> key(Config config, String property) {
    return config
        .getOptionalValue(property, String.class)
        .filter(text -> !text.isBlank())
        .map(
            text -> CredentialKey.ofHex(text).orElseThrow(() -> CredentialKey.malformed(property)));
  }

  private KeyRing load() {
    List<CredentialKey> all = new ArrayList<>(configured);
    file.map(KeyFile::read).ifPresent(all::addAll);
    return new KeyRing(all);
  }

  /** The key of this id; looks into the file when it is not known, but not all the time. */
  Optional<CredentialKey> find(String id) {
    Optional<CredentialKey> known = ring.find(id);
    if (known.isPresent() || file.isEmpty() || System.nanoTime() - loadedNanos < PATIENCE_NANOS) {
      return known;
    }
    reload();
    return ring.find(id);
  }

  /** What an empty installation seals with. */
  CredentialKey first() {
    return ring.first();
  }

  Set<String> ids() {
    return ring.ids();
  }

  /** Reads the file again; what cannot be read changes nothing. */
  void reload() {
    try {
      ring = load();
      loadedNanos = System.nanoTime();
    } catch (IllegalStateException e) {
      LOG.log(Level.SEVERE, "The keys that were read before stay in use", e);
    }
  }

  /** Whether the product keeps keys itself. */
  boolean hasFile() {
    return file.isPresent();
  }

  /** Whether no key is configured, so that the product makes them. */
  boolean isFirstFromFile() {
    return configured.isEmpty();
  }

  /** Makes a key and keeps it in the file, on the disk when this returns. */
  CredentialKey generate() {
    CredentialKey made = CredentialKey.generate();
    KeyFile known = file.orElseThrow();
    List<CredentialKey> keys = new ArrayList<>(known.read());
    keys.add(made);
    known.write(keys);
    reload();
    return made;
  }

  /** Leaves one key in the file and puts the others aside. */
  void retireAllBut(String id) {
    KeyFile known = file.orElseThrow();
    Collection<CredentialKey> keys = known.read();
    List<CredentialKey> kept = keys.stream().filter(key -> key.id().equals(id)).toList();
    if (!kept.isEmpty() && keys.size() > 1) {
      known.keepRetired(keys.stream().filter(key -> !key.id().equals(id)).toList());
      known.write(kept);
    }
    reload();
  }
}
