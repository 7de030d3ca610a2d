package energy.liveone.gap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders to fetch the past, for the job that carries them out. Each method commits. */
public interface Backfills {
  /** The order of this id. */
  Optional<BackfillProgress> find(int id);

  /** All orders that are not over, by id. */
  List<BackfillProgress> active();

  /** An execution carries it out now. */
  void running(int id, long execution);

  /** Some more days were dealt with, from the first on. */
  void advance(int id, int daysDone, int moreRows);

  /**
   * It goes on later.
   *
   * @param failures in a row; 0 when nothing failed
   */
  void waiting(int id, Instant until, String words, int failures);

  /** It is over. */
  void ended(int id, BackfillProgress.State state, @Nullable String words);
}
