package energy.liveone.simulator.fronius;

import energy.liveone.simulator.fronius.SenderSettings.Replay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Batches that wait to be sent, oldest first. Guarded by its sender. */
final class Spool {

  /** About a month of minutes. */
  static final int CAPACITY = 45_000;

  private final List<Batch> waiting = new ArrayList<>();
  private final Random order;
  private int lost;

  Spool(long seed) {
    order = new Random(seed);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int size() {
    return waiting.size();
  }

  /** Batches given up because the spool was full. */
  int lost() {
    return lost;
  }

  void add(Batch batch) {
    if (waiting.size() >= CAPACITY) {
      waiting.remove(0);
      lost++;
    }
    waiting.add(batch);
  }

  /** Takes the batch whose turn it is. The spool must not be empty. */
  Batch take(Replay replay) {
    int index =
        switch (replay) {
          case OLDEST_FIRST -> 0;
          case NEWEST_FIRST -> waiting.size() - 1;
          case SHUFFLED -> order.nextInt(waiting.size());
        };
    return waiting.remove(index);
  }

  void putBack(Batch batch) {
    waiting.add(batch);
    waiting.sort(Comparator.comparing(Batch::timestamp));
  }
}
