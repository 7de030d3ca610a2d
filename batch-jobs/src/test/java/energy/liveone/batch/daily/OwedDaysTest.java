package energy.liveone.batch.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwedDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 4, 5);
  private static final LocalDate SECOND = LocalDate.of(2025, 4, 6);

  private final ScriptedRollup rollup = new ScriptedRollup();

  @Test
  void daysAreReadBySystemAndOldestFirst() {
    rollup.owe(2, SECOND, FIRST);
    rollup.owe(1, SECOND);

    assertThat(read("0", "1", null))
        .containsExactly(new OwedDay(1, SECOND), new OwedDay(2, FIRST), new OwedDay(2, SECOND));
  }

  @Test
  void everySystemIsInExactlyOneSlice() {
    for (int system = 1; system <= 10; system++) {
      rollup.owe(system, FIRST);
    }

    List<OwedDay> all = new ArrayList<>();
    for (String slice : List.of("0", "1", "2")) {
      all.addAll(read(slice, "3", null));
    }

    assertThat(all).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void nothingOwedIsReadAsTheEnd() {
    assertThat(read("0", "1", null)).isEmpty();
  }

  @Test
  void readingGoesOnAfterTheCheckpoint() {
    rollup.owe(1, FIRST);
    rollup.owe(2, FIRST, SECOND);
    rollup.owe(3, FIRST);

    assertThat(read("0", "1", new OwedDay(2, FIRST)))
        .containsExactly(new OwedDay(2, SECOND), new OwedDay(3, FIRST));
  }

  @Test
  void theCheckpointIsTheDayReadLast() {
    rollup.owe(1, FIRST, SECOND);
    OwedDays reader = new OwedDays(rollup, "0", "1");
    reader.open(null);

    reader.readItem();

    assertThat(reader.checkpointInfo()).isEqualTo(new OwedDay(1, FIRST));
  }

  private List<OwedDay> read(String slice, String slices, @Nullable Serializable checkpoint) {
    OwedDays reader = new OwedDays(rollup, slice, slices);
    reader.open(checkpoint);
    List<OwedDay> days = new ArrayList<>();
    for (OwedDay day = reader.readItem(); day != null; day = reader.readItem()) {
      days.add(day);
    }
    return days;
  }
}
