package energy.liveone.vendor;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What an adapter wants to know again at the next poll of the same system: when each of its calls
 * was last made, what the site does not support. Stored with the poll's outcome, whatever that is.
 * It is a memory and no record: losing it may cost calls, never data. No secrets.
 */
public final class PollMemory {
  /** Most that is kept, in characters of all keys and values; what does not fit is forgotten. */
  public static final int MAX_LENGTH = 8_000;

  private final Map<String, String> notes;

  /** The memory as stored; empty for a new system. */
  public PollMemory(Map<String, String> notes) {
    this.notes = new ConcurrentSkipListMap<>(notes);
  }

  /** A note. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  /** A note that is a time; empty when there is none or it is none. */
  public Optional<Instant> time(String name) {
    try {
      return text(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Notes something, in place of an earlier note of the name. */
  public void note(String name, String text) {
    notes.put(name, text);
  }

  /** Notes a time. */
  public void note(String name, Instant time) {
    notes.put(name, time.toString());
  }

  /** Forgets a note. */
  public void forget(String name) {
    notes.remove(name);
  }

  /** All notes, as far as there is room; in the order of their names. */
  public Map<String, String> notes() {
    Map<String, String> kept = new TreeMap<>();
    int length = 0;
    for (Map.Entry<String, String> note : notes.entrySet()) {
      int more = note.getKey().length() + note.getValue().length();
      if (length + more <= MAX_LENGTH) {
        kept.put(note.getKey(), note.getValue());
        length += more;
      }
    }
    return Collections.unmodifiableMap(kept);
  }
}
