package energy.liveone.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that concern one call, and a note of those that struck. For the one call and its
 * thread only.
 */
public final class FaultView {

  private final List<Fault> concerned;
  private final CallKind kind;
  private final List<Fault> struck = new ArrayList<>();

  FaultView(List<Fault> concerned, CallKind kind) {
    this.concerned = concerned;
    this.kind = kind;
  }

  /** No faults. */
  public static FaultView none() {
    return new FaultView(List.of(), CallKind.UNKNOWN);
  }

  /**
   * The fault of this name if it strikes this call. A fault with a limited number of strikes uses
   * one up, but only one per call however often it is asked for.
   */
  public Optional<Fault> claim(FaultName name) {
    for (Fault fault : struck) {
      if (fault.name().equals(name)) {
        return Optional.of(fault);
      }
    }
    for (Fault fault : concerned) {
      if (fault.name().equals(name) && fault.concerns(kind) && fault.strike()) {
        struck.add(fault);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** Whether the fault of this name strikes this call. */
  public boolean strikes(FaultName name) {
    return claim(name).isPresent();
  }

  /** Names of the faults that struck so far. */
  public List<String> struck() {
    return struck.stream().map(fault -> fault.name().wireName()).toList();
  }
}
