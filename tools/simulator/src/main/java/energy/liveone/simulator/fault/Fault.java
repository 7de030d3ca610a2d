package energy.liveone.simulator.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One fault that is set, with what was said about it and how often it may still strike. Safe for
 * use by many threads.
 */
public final class Fault {

  private static final int FOR_EVER = -1;

  private final FaultName name;
  private final FaultSetting setting;
  private final Instant since;
  private final AtomicInteger remaining;

  /**
   * @param since virtual time at which the fault was set
   */
  Fault(FaultName name, FaultSetting setting, Instant since) {
    this.name = name;
    this.setting = setting;
    this.since = since;
    remaining = new AtomicInteger(setting.times() == null ? FOR_EVER : setting.times());
  }

  public FaultName name() {
    return name;
  }

  /** Virtual time at which the fault was set. */
  public Instant since() {
    return since;
  }

  /** The number said with the fault. */
  public Optional<Double> number() {
    return Optional.ofNullable(setting.number());
  }

  /** The text said with the fault. */
  public Optional<String> text() {
    return Optional.ofNullable(setting.text());
  }

  /** The fields said with the fault; empty when it means all measured values. */
  public List<String> fields() {
    return setting.fields();
  }

  FaultSetting setting() {
    return setting;
  }

  /** Strikes still to come, or {@code null} for a fault without a limit. */
  @Nullable Integer remaining() {
    int left = remaining.get();
    return left == FOR_EVER ? null : left;
  }

  boolean concerns(CallKind kind) {
    return setting.on() == null || setting.on() == kind;
  }

  /** Whether the fault strikes now; a limited one counts down. */
  boolean strike() {
    int before = remaining.getAndUpdate(left -> left > 0 ? left - 1 : left);
    return before != 0;
  }
}
