package energy.liveone.batch.backfill;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The checkpoint: the last day that was dealt with.
 *
 * @param day local date of the system
 */
public record FetchedUntil(LocalDate day) implements Serializable {
  private static final long serialVersionUID = 1L;
}
