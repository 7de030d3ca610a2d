package energy.liveone.vendor;

import java.util.Map;

/**
 * One poll of one system, as its adapter may know it.
 *
 * @param allowance calls that may be made
 * @param memory notes of earlier polls; the adapter writes its own
 * @param forced whether a person waits for it, so that what is merely not due yet is fetched too
 */
public record Poll(Allowance allowance, PollMemory memory, boolean forced) {
  /** A first poll of a vendor without a quota. */
  public static Poll unlimited() {
    return new Poll(Allowance.unlimited(), new PollMemory(Map.of()), false);
  }
}
