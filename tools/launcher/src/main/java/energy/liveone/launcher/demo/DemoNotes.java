package energy.liveone.launcher.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * What a later start must know: the keys that were told once and how far the history is imported.
 * Kept in one file of the secrets directory, because of the keys.
 */
public final class DemoNotes {
  private final Properties notes = new Properties();
  private final Consumer<String> store;

  /**
   * @param store takes the whole text at each change
   */
  public DemoNotes(Optional<String> text, Consumer<String> store) {
    this.store = store;
    try {
      notes.load(new StringReader(text.orElse("")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> apiKey(DemoSystem system) {
    return get("key." + system.alias());
  }

  void rememberApiKey(DemoSystem system, String apiKey) {
    set("key." + system.alias(), apiKey);
  }

  /** Where live readings begin and the imported history therefore ends. */
  Optional<Instant> liveSince(DemoSystem system) {
    return get("live." + system.alias()).map(Long::parseLong).map(Instant::ofEpochSecond);
  }

  void rememberLiveSince(DemoSystem system, Instant instant) {
    set("live." + system.alias(), String.valueOf(instant.getEpochSecond()));
  }

  /** How many pieces of history are imported, counted from the newest. */
  int importedPieces(DemoSystem system) {
    return get("pieces." + system.alias()).map(Integer::parseInt).orElse(0);
  }

  void rememberImportedPieces(DemoSystem system, int pieces) {
    set("pieces." + system.alias(), String.valueOf(pieces));
  }

  /** Whether the composite was made; it may have been deleted since. */
  boolean hasHome() {
    return get("home").isPresent();
  }

  void rememberHome() {
    set("home", "made");
  }

  private Optional<String> get(String name) {
    return Optional.ofNullable(notes.getProperty(name));
  }

  private void set(String name, String value) {
    notes.setProperty(name, value);
    StringWriter text = new StringWriter();
    try {
      notes.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.accept(text.toString());
  }
}
