package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollMemoryTest {
  private final PollMemory memory = new PollMemory(Map.of("kept", "yes"));

  @Test
  void whatIsNotedIsFoundAgain() {
    Instant time = Instant.parse("2026-11-23T10:00:00Z");
    memory.note("time", time);
    memory.forget("kept");

    assertThat(new PollMemory(memory.notes()).time("time")).contains(time);
    assertThat(new PollMemory(memory.notes()).text("kept")).isEmpty();
  }

  @Test
  void whatIsNoTimeIsNoTime() {
    assertThat(memory.time("kept")).isEmpty();
  }

  @Test
  void whatDoesNotFitIsForgottenAndTheRestIsNot() {
    memory.note("huge", "x".repeat(PollMemory.MAX_LENGTH));
    memory.note("small", "y");

    assertThat(memory.notes()).containsOnlyKeys("kept", "small");
  }
}
