package energy.liveone.batch.daily;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * Divides the systems by the remainder of their ids, so that the plan stays a few bytes however
 * many systems there are. There is always a slice, which may be empty: no plan without partitions.
 */
@Dependent
@Named("systemSlices")
public class SystemSlices implements PartitionMapper {
  private final int slices;
  private final int threads;

  /** {@code threads} is how many slices are in work at a time. */
  @Inject
  public SystemSlices(
      @BatchProperty(name = "slices") String slices,
      @BatchProperty(name = "threads") String threads) {
    this.slices = Integer.parseInt(slices);
    this.threads = Integer.parseInt(threads);
  }

  @Override
  public PartitionPlan mapPartitions() {
    PartitionPlan plan = new PartitionPlanImpl();
    plan.setPartitions(slices);
    plan.setThreads(Math.min(slices, threads));
    plan.setPartitionProperties(
        IntStream.range(0, slices).mapToObj(slice -> properties(slice)).toArray(Properties[]::new));
    // A restart looks anew at what is owed: a computed day no longer is, and a slice that had ended
    // may owe days again. It also survives a crash in which not all partitions were made yet.
    plan.setPartitionsOverride(true);
    return plan;
  }

  private Properties properties(int slice) {
    Properties properties = new Properties();
    properties.setProperty("slice", Integer.toString(slice));
    properties.setProperty("slices", Integer.toString(slices));
    return properties;
  }
}
