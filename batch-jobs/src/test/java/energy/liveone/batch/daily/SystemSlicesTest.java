package energy.liveone.batch.daily;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.api.partition.PartitionPlan;
import org.junit.jupiter.api.Test;

class SystemSlicesTest {
  @Test
  void eachPartitionKnowsItsSliceAndTheirNumber() {
    PartitionPlan plan = new SystemSlices("3", "2").mapPartitions();

    assertThat(plan.getPartitions()).isEqualTo(3);
    assertThat(plan.getThreads()).isEqualTo(2);
    assertThat(plan.getPartitionProperties()[2])
        .containsEntry("slice", "2")
        .containsEntry("slices", "3");
  }

  @Test
  void thereAreNoMoreThreadsThanSlices() {
    assertThat(new SystemSlices("1", "2").mapPartitions().getThreads()).isEqualTo(1);
  }
}
