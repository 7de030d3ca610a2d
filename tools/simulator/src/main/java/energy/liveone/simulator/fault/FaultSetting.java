package energy.liveone.simulator.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test said about a fault.
 *
 * @param number e.g. seconds or milliseconds, by the fault
 * @param text e.g. a way of failing, by the fault
 * @param fields names of the fields to strike; empty for all measured values
 * @param times how many calls are struck; {@code null} for all
 * @param on the kind of call that is struck; {@code null} for any
 */
public record FaultSetting(
    @Nullable Double number,
    @Nullable String text,
    List<String> fields,
    @Nullable Integer times,
    @Nullable CallKind on) {

  public FaultSetting {
    fields = List.copyOf(fields);
  }
}
