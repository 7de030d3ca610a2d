package energy.liveone.vendor;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls one conversation with a vendor may make. The caller set them aside in the vendor's
 * quota beforehand and gets back what was not used. An adapter takes one before each call that the
 * vendor counts, most important call first, and goes without the call when there is none left.
 */
public final class Allowance {
  private final int calls;
  private final AtomicInteger used = new AtomicInteger();

  private Allowance(int calls) {
    this.calls = calls;
  }

  /** As many as the adapter likes, for vendors without a quota. */
  public static Allowance unlimited() {
    return new Allowance(Integer.MAX_VALUE);
  }

  /** This many calls. */
  public static Allowance of(int calls) {
    return new Allowance(Math.max(0, calls));
  }

  /** Takes one call; when false, the call must not be made. */
  public boolean take() {
    return used.getAndUpdate(n -> n < calls ? n + 1 : n) < calls;
  }

  /** Calls that can still be taken. */
  public int left() {
    return calls - used.get();
  }

  /** Calls taken so far. */
  public int used() {
    return used.get();
  }
}
