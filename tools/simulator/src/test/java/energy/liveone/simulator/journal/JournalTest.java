package energy.liveone.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {

  private final Journal journal = new Journal();

  private static JournalEntry entry(String site, String kind, int status) {
    return new JournalEntry(
        Instant.EPOCH,
        Instant.EPOCH,
        true,
        "acme",
        List.of(site),
        kind,
        "GET",
        "/",
        Map.of(),
        status,
        Duration.ZERO,
        List.of());
  }

  private void call(String site, String kind, int status) {
    journal.begin("acme", List.of(site)).end(entry(site, kind, status));
  }

  @Test
  void countsGoOnWhenOldEntriesAreForgotten() {
    for (int i = 0; i < Journal.CAPACITY + 5; i++) {
      call("1", "data", 200);
    }

    assertThat(journal.newest(entry -> true, Integer.MAX_VALUE)).hasSize(Journal.CAPACITY);
    assertThat(journal.total("acme").dataCalls()).isEqualTo(Journal.CAPACITY + 5);
  }

  @Test
  void countsTellKindsAndFailuresApart() {
    call("1", "login", 302);
    call("1", "data", 0);
    call("2", "data", 503);
    call("2", "push", 200);

    assertThat(journal.total("acme").logins()).isEqualTo(1);
    assertThat(journal.total("acme").dataCalls()).isEqualTo(2);
    assertThat(journal.total("acme").pushes()).isEqualTo(1);
    assertThat(journal.total("acme").failures()).isEqualTo(2);
    assertThat(journal.sites("acme").get("2").failures()).isEqualTo(1);
  }

  @Test
  void mostCallsAtOnceAreRemembered() {
    Journal.Started first = journal.begin("acme", List.of("1"));
    Journal.Started second = journal.begin("acme", List.of("2"));
    first.end(entry("1", "data", 200));
    second.end(entry("2", "data", 200));
    call("1", "data", 200);

    assertThat(journal.total("acme").maxConcurrent()).isEqualTo(2);
    assertThat(journal.total("acme").inFlight()).isZero();
    assertThat(journal.sites("acme").get("1").maxConcurrent()).isEqualTo(1);
  }

  @Test
  void newestCallsComeFirst() {
    call("1", "data", 200);
    call("2", "data", 200);
    call("3", "data", 200);

    assertThat(journal.newest(entry -> !entry.sites().contains("2"), 5))
        .extracting(entry -> entry.sites().get(0))
        .containsExactly("3", "1");
  }

  @Test
  void clearedJournalIsEmpty() {
    call("1", "data", 200);

    journal.clear();

    assertThat(journal.newest(entry -> true, 5)).isEmpty();
    assertThat(journal.total("acme").dataCalls()).isZero();
  }
}
