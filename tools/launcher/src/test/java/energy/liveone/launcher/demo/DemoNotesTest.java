package energy.liveone.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DemoNotesTest {
  private static final DemoSystem SYSTEM = DemoSystem.ALL.get(0);

  @Test
  void whatWasNotedIsThereAtTheNextStart() {
    AtomicReference<String> stored = new AtomicReference<>();
    DemoNotes notes = new DemoNotes(Optional.empty(), stored::set);

    notes.rememberApiKey(SYSTEM, "lo_key");
    notes.rememberLiveSince(SYSTEM, Instant.ofEpochSecond(1_700_000_000));
    notes.rememberImportedPieces(SYSTEM, 3);

    DemoNotes later = new DemoNotes(Optional.of(stored.get()), text -> {});
    assertThat(later.apiKey(SYSTEM)).contains("lo_key");
    assertThat(later.liveSince(SYSTEM)).contains(Instant.ofEpochSecond(1_700_000_000));
    assertThat(later.importedPieces(SYSTEM)).isEqualTo(3);
  }

  @Test
  void nothingIsKnownAtTheFirstStart() {
    DemoNotes notes = new DemoNotes(Optional.empty(), text -> {});

    assertThat(notes.apiKey(SYSTEM)).isEmpty();
    assertThat(notes.liveSince(SYSTEM)).isEmpty();
    assertThat(notes.importedPieces(SYSTEM)).isZero();
  }
}
