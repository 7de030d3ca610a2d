package energy.liveone.aggregate;

import java.util.EnumSet;
import java.util.Set;

/** What a reader of an aggregate must know before trusting it. Stored as a bit mask. */
public enum Flag {
  /** Energy that was measured over a longer time is credited here. */
  ESTIMATED(1),
  /** A counter was replaced or set back within the interval. */
  RESET(2),
  /** The interval begins with, or contains, a time without samples. */
  GAP(4),
  /** The vendor revised the values. */
  CORRECTED(8),
  /** Samples evidence less than the whole interval. */
  PARTIAL(16);

  private final int bit;

  Flag(int bit) {
    this.bit = bit;
  }

  /** The bit in the stored mask. */
  public int bit() {
    return bit;
  }

  /** Whether the mask has this flag. */
  public boolean in(int mask) {
    return (mask & bit) != 0;
  }

  /** The flags of a mask. */
  public static Set<Flag> of(int mask) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : values()) {
      if (flag.in(mask)) {
        flags.add(flag);
      }
    }
    return flags;
  }
}
